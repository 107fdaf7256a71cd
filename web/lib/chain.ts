// Which waiting command goes next, and on which version. Pure.
import type { Waiting } from './store.ts';

/** The first command that nothing about the same subject holds back. */
export function nextToSend(
  all: readonly Waiting[],
  faulty: ReadonlySet<string> = new Set(),
): Waiting | undefined {
  const held = new Set([...faulty, ...all.filter((each) => each.problem).map((each) => each.subject)]);
  return all.find((each) => !each.problem && !held.has(each.subject));
}

/** The same command, made on this version; null where it names none. */
export function basedOn(command: Waiting, version: number): Waiting | null {
  const body = JSON.parse(command.body) as { version?: unknown };
  if (typeof body.version !== 'number' || version < 1) return null;
  return { ...command, body: JSON.stringify({ ...body, version }) };
}

/** The version in an answer of the server, where it has one. */
export function versionIn(answer: unknown): number | null {
  const version = (answer as { version?: unknown } | null | undefined)?.version;
  return typeof version === 'number' ? version : null;
}
