import { join } from 'node:path';
import { calendarProblems } from '#contract/calendar/words.ts';
import { fileProblems } from '#contract/files/words.ts';
import { geoProblems } from '#contract/geo/words.ts';
import { kernelProblems } from '#contract/kernel/words.ts';
import { type Clock, systemClock } from '#kernel/clock.ts';
import type { Config } from '#kernel/config.ts';
import { loadMasterSecret } from '#kernel/crypto/master.ts';
import { createSuite } from '#kernel/crypto/suites.ts';
import { folderStore } from '#kernel/files/folder.ts';
import { s3Store } from '#kernel/files/s3.ts';
import type { FileStore } from '#kernel/files/store.ts';
import type { Log } from '#kernel/log.ts';
import { consoleMessenger, type Messenger, webhookMessenger } from '#kernel/messenger.ts';
import type { Module } from '#kernel/module.ts';
import type { Services } from '#kernel/services.ts';
import { phrasebook } from '#kernel/words.ts';

/** Log lines as JSON on standard output; errors always, the rest by level. */
export function jsonLog(level: Config['LOG_LEVEL']): Log {
  const rank = { silent: 0, error: 1, warn: 2, info: 3, debug: 4 } as const;
  const write = (name: 'error' | 'warn' | 'info') => (fields: object, message: string) => {
    if (rank[level] < rank[name]) return;
    process.stdout.write(
      `${JSON.stringify({ level: name, at: new Date().toISOString(), message, ...fields })}\n`,
    );
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

export async function makeServices(
  config: Config,
  modules: readonly Module[],
  replaced: Partial<Pick<Services, 'clock' | 'messenger'>> = {},
): Promise<Services> {
  const clock: Clock = replaced.clock ?? systemClock;
  return {
    config,
    clock,
    crypto: createSuite(config.JIA_CRYPTO, [await loadMasterSecret(config.DATA_DIR, config.JIA_SECRET)]),
    files: chooseFileStore(config),
    messenger: replaced.messenger ?? chooseMessenger(config),
    log: jsonLog(config.LOG_LEVEL),
    sentence: phrasebook(
      kernelProblems,
      calendarProblems,
      fileProblems,
      geoProblems,
      ...modules.map((module) => module.problems ?? {}),
    ),
  };
}

function chooseMessenger(config: Config): Messenger {
  return config.SMS_WEBHOOK ? webhookMessenger(config.SMS_WEBHOOK) : consoleMessenger();
}

function chooseFileStore(config: Config): FileStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY } = config;
  if (!S3_ENDPOINT) return folderStore(join(config.DATA_DIR, 'files'));
  if (!S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) {
    throw new Error('S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY beside it.');
  }
  return s3Store({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
  });
}
