import { z } from 'zod';

/** The whole configuration, by environment; the table in docs/operate/configuration.md is made from it. */
const environment = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(8080)
    .describe('Port of the web server; 0 takes a free one'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; loopback by default'),
  DATA_DIR: z.string().default('./data').describe('Folder of the embedded database, files and keys'),
  DATABASE_URL: z
    .string()
    .optional()
    .describe('An external PostgreSQL 15 to 18; without it the embedded one is started'),
  MIGRATION_DATABASE_URL: z
    .string()
    .optional()
    .describe('Second role that owns the schema, where DATABASE_URL may not alter it'),
  JIA_DEMO: z
    .enum(['on', 'off', 'auto'])
    .default('auto')
    .describe('Demo street and one-tap personas; auto = on while the database is empty or already a demo'),
  JIA_DEMO_CASES: z
    .enum(['on', 'off'])
    .default('on')
    .describe('A demo street fills with a year of cases in the background after its first start'),
  JIA_PACK: z.string().default('beiyuan').describe('Folder under packs/ that the first start sets up'),
  JIA_ADMINS: z
    .string()
    .optional()
    .describe(
      'First start of a real street (JIA_DEMO=off): its system, security and audit administrator as name:phone,name:phone,name:phone',
    ),
  JIA_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('Master key of field encryption, 32 characters or more; made and kept in DATA_DIR when absent'),
  JIA_CRYPTO: z
    .enum(['international', 'sm'])
    .default('international')
    .describe('SHA-256 and AES-256-GCM, or SM3 and SM4'),
  PUBLIC_URL: z
    .string()
    .optional()
    .describe('Address that residents open; allowed origin of writes, base of links and QR codes'),
  TRUST_PROXY: z
    .enum(['on', 'off'])
    .default('off')
    .describe('Behind a reverse proxy: take the client address from X-Forwarded-For'),
  RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .default(1200)
    .describe('Requests a minute from one session, or from one address without a session'),
  FIELD_PIN: z
    .enum(['off', 'offered', 'required'])
    .default('offered')
    .describe('Six digits that lock what the phones of the field keep: never, as people wish, or always'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('Structured log lines on standard output'),
  SMS_WEBHOOK: z
    .string()
    .optional()
    .describe('POST address of an SMS gateway; codes are written to the console without it'),
  WECHAT_APP_ID: z
    .string()
    .optional()
    .describe('WeChat service account that texts residents; off without it'),
  WECHAT_APP_SECRET: z.string().optional().describe('Secret of WECHAT_APP_ID'),
  WECHAT_TEMPLATES: z
    .string()
    .optional()
    .describe('Granted template ids as case_received=ID,case_answered=ID'),
  WECHAT_API: z
    .string()
    .default('https://api.weixin.qq.com')
    .describe('Address of the WeChat API, or of a gateway to it'),
  S3_ENDPOINT: z
    .string()
    .optional()
    .describe('S3-compatible store for files; a folder in DATA_DIR without it'),
  S3_BUCKET: z.string().optional().describe('Bucket of S3_ENDPOINT'),
  S3_ACCESS_KEY: z.string().optional().describe('Key of S3_ENDPOINT'),
  S3_SECRET_KEY: z.string().optional().describe('Secret of S3_ENDPOINT'),
  JIA_WORKER: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Run jobs in this process; off where a worker runs apart'),
});

export type Config = z.output<typeof environment>;

export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Configuration is not valid:\n${lines.join('\n')}`);
}

/** Name, default and meaning of every variable, in order, for the documentation. */
export function configurationTable(): { name: string; fallback: string; meaning: string }[] {
  return Object.entries(environment.shape).map(([name, schema]) => ({
    name,
    fallback: String(schema.safeParse(undefined).data ?? ''),
    meaning: schema.description ?? '',
  }));
}
