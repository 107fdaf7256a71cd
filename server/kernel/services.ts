import type { Clock } from '#kernel/clock.ts';
import type { Config } from '#kernel/config.ts';
import type { CryptoSuite } from '#kernel/crypto/suite.ts';
import type { FileStore } from '#kernel/files/store.ts';
import type { Log } from '#kernel/log.ts';
import type { Messenger } from '#kernel/messenger.ts';

/** What the process owns and every request may use. Made once in main.ts, replaced piecewise in tests. */
export interface Services {
  config: Config;
  clock: Clock;
  crypto: CryptoSuite;
  files: FileStore;
  messenger: Messenger;
  log: Log;
  /** Code and details of a refusal as a Chinese sentence. */
  sentence(code: string, details?: Readonly<Record<string, unknown>>): string;
}
