import { useSyncExternalStore } from 'react';
import { reportCase } from '#contract/cases/endpoints.ts';
import type { RequestOf } from '#contract/define.ts';
import { call } from '#web/lib/call.ts';
import { keepTrying } from '#web/lib/keepTrying.ts';
import { ProblemError } from '#web/lib/problem.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import { device } from '#web/lib/store.ts';
import { type Photo, storePhoto } from './usePhotos.ts';

export type ReportBody = NonNullable<RequestOf<typeof reportCase>['body']>;

/** A report given without a network: its photos go up first, then the report, once each. */
export interface WaitingReport {
  /** Also the Idempotency-Key of the report. */
  key: string;
  accountId: string;
  givenAt: number;
  photos: Photo[];
  body: Omit<ReportBody, 'fileIds'>;
  /** The server's sentence where it refused; then a person decides. */
  problem: string | null;
}

const shelfKey = (accountId: string, key: string) => `case-report-waiting:${accountId}:${key}`;
const listeners = new Set<() => void>();
let waiting: readonly WaitingReport[] = [];
let running: Promise<void> | undefined;

export async function keepReport(report: WaitingReport): Promise<void> {
  await put(report);
  await reload(report.accountId);
}

export async function dropReport({ accountId, key }: WaitingReport): Promise<void> {
  await (await device()).drafts.delete(shelfKey(accountId, key));
  await reload(accountId);
}

/** Sends what waits, oldest first; without an answer it stays for the next time. */
export async function sendReports(accountId: string): Promise<void> {
  running ??= sendAll(accountId).finally(() => {
    running = undefined;
  });
  await running;
}

async function sendAll(accountId: string): Promise<void> {
  for (const report of await reload(accountId)) {
    if (report.problem !== null) continue;
    try {
      await sendOne(report);
    } catch (error) {
      if (!(error instanceof ProblemError) || mayPass(error)) return;
      await put({ ...report, problem: error.detail });
      await reload(accountId);
    }
  }
}

async function sendOne(report: WaitingReport): Promise<void> {
  const photos = [...report.photos];
  for (const [index, photo] of photos.entries()) {
    if (photo.fileId !== null) continue;
    const { fileId } = await storePhoto(photo);
    photos[index] = { ...photo, fileId, file: null };
    await put({ ...report, photos });
  }
  const fileIds = photos.flatMap(({ fileId }) => fileId ?? []);
  await call(reportCase, { body: { ...report.body, fileIds } }, { idempotencyKey: report.key });
  await dropReport(report);
  await refresh(queryClient, ['cases']);
}

/** No answer, no session, too many, a fault of the server: the same report may pass later. */
const mayPass = ({ status }: ProblemError): boolean =>
  status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;

async function put(report: WaitingReport): Promise<void> {
  const { drafts } = await device();
  await drafts.put({
    key: shelfKey(report.accountId, report.key),
    value: report,
    savedAt: report.givenAt,
  });
}

async function reload(accountId: string): Promise<readonly WaitingReport[]> {
  const { drafts } = await device();
  const kept = await drafts.where('key').startsWith(shelfKey(accountId, '')).toArray();
  waiting = kept.map(({ value }) => value as WaitingReport).sort((one, other) => one.givenAt - other.givenAt);
  for (const listener of listeners) listener();
  return waiting;
}

export function useWaitingReports(): readonly WaitingReport[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
    () => waiting,
  );
}

/** Keeps sending as long as the page is open. Returns how to stop. */
export const keepSendingReports = (accountId: string): (() => void) =>
  keepTrying(async () => {
    await sendReports(accountId);
    return waiting.filter(({ problem }) => problem === null).length;
  });
