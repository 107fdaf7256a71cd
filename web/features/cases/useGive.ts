import type { CaseRecord, CaseVerb } from '#contract/cases/records.ts';
import type { AnyEndpoint, RequestOf } from '#contract/define.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { useMe } from '#web/lib/me.ts';
import type { Outbox } from '#web/lib/outbox.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import { say } from '#web/ui/say.ts';
import { verbLabel } from './verbForms.ts';
import { fieldWords as words } from './words.ts';

/** The version each case will have once what was given on this phone has arrived: a deed makes one version. */
const expected = new Map<string, number>();

/**
 * Gives a deed to the queue of this phone: sent at once with a network, later and in order without.
 * Answers false when the server refused it; the person has read why, so it does not stay in the queue.
 */
export function useGive(record: CaseRecord) {
  const { data: me } = useMe();
  return async <E extends AnyEndpoint>(
    verb: CaseVerb,
    endpoint: E,
    body: Record<string, unknown>,
  ): Promise<boolean> => {
    if (!me) return false;
    const outbox = deviceOutbox(me.accountId);
    const before = ofCase(outbox, record.caseId);
    // A second tap may come before the page has read what the first one made.
    const version = Math.max(record.version + before.waiting.length, expected.get(record.caseId) ?? 0);
    expected.set(record.caseId, version + 1);
    const request = { params: { caseId: record.caseId }, body: { ...body, version } };
    const label = `${record.title} · ${verbLabel(verb)}`;
    await outbox.give(endpoint, request as unknown as RequestOf<E>, { subject: record.caseId, label });

    const after = ofCase(outbox, record.caseId);
    const known = new Set(before.refused.map(({ sequence }) => sequence));
    const fresh = after.refused.filter(({ sequence }) => !known.has(sequence));
    for (const { sequence } of fresh) await outbox.drop(sequence);
    if (fresh.length > 0) expected.delete(record.caseId);
    await say(
      fresh[0]?.problem?.detail ?? (after.waiting.length > 0 ? words.kept : words.recorded(verbLabel(verb))),
    );
    await refresh(queryClient, ['cases']);
    return fresh.length === 0;
  };
}

function ofCase(outbox: Outbox, caseId: string) {
  const { waiting, refused } = outbox.state();
  const own = (each: { subject: string }) => each.subject === caseId;
  return { waiting: waiting.filter(own), refused: refused.filter(own) };
}
