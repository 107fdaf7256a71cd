// Passwords at rest: Argon2id of the runtime itself, written in the PHC string form.
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

interface Cost {
  /** KiB. */
  memory: number;
  passes: number;
  parallelism: number;
}

// The OWASP recommendation for Argon2id (2 passes over 19 MiB): about 50 ms of one core, so that a burst of sign-ins
// cannot take the machine's memory.
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** Longer texts are refused before they are hashed: nobody types them, and they would cost us. */
export const PASSWORD_LENGTH_MAX = 128;

/** `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`. Unicode forms are joined first, so every keyboard gives the same. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, salt, cost, TAG_BYTES);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(salt)}$${plain(tag)}`;
}

/** Whether the password made this hash. False, never an error, for a text that is not a hash of ours. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const parsed = parse(hash);
  if (!parsed || password.length > PASSWORD_LENGTH_MAX) return false;
  return timingSafeEqual(await tagOf(password, parsed.salt, parsed.cost, parsed.tag.length), parsed.tag);
}

/** The hash was made at a lower cost than today's: hash again at the next sign-in. */
export function isOutdated(hash: string): boolean {
  const parsed = parse(hash);
  return !parsed || parsed.cost.memory < cost.memory || parsed.cost.passes < cost.passes;
}

/** Takes as long as a real check, for accounts that do not exist: an answer in no time would tell. */
export async function verifyNobody(password: string): Promise<false> {
  nobody ??= hashPassword(randomBytes(SALT_BYTES).toString('hex'));
  await verifyPassword(await nobody, password);
  return false;
}

let nobody: Promise<string> | undefined;

const run = promisify((parameters: Argon2Parameters, done: (error: Error | null, tag: Buffer) => void) =>
  argon2('argon2id', parameters, done),
);

function tagOf(password: string, nonce: Buffer, { memory, passes, parallelism }: Cost, tagLength: number) {
  return run({ message: password.normalize('NFKC'), nonce, memory, passes, parallelism, tagLength });
}

const form =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;
// A hash that asks for more than this is not ours, and would stop the machine.
const MEMORY_MAX = 262_144;

function parse(hash: string): { cost: Cost; salt: Buffer; tag: Buffer } | null {
  const [, memory, passes, parallelism, salt = '', tag = ''] = form.exec(hash) ?? [];
  const parsed = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const sound =
    parsed.memory >= 8 * parsed.parallelism &&
    parsed.memory <= MEMORY_MAX &&
    parsed.passes >= 1 &&
    parsed.parallelism >= 1;
  return sound ? { cost: parsed, salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') } : null;
}

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
