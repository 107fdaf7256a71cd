import type { CaseRecord, CaseVerb } from '#contract/cases/records.ts';
import type { AnyEndpoint, RequestOf } from '#contract/define.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { useMe } from '#web/lib/me.ts';
import type { Outbox } from '#web/lib/outbox.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import type { WaitingFile } from '#web/lib/store.ts';
import { say } from '#web/ui/say.ts';
import { verbLabel } from '../verbForms.ts';
import { fieldWords as words } from './words.ts';

export interface Deed {
  verb: CaseVerb;
  endpoint: AnyEndpoint;
  body: Record<string, unknown>;
  files?: readonly WaitingFile[];
}

/**
 * Gives deeds to the queue of this phone: sent at once with a network, later and in order without. Answers false when
 * nothing was kept or the server refused the first of them; what the person typed stays then.
 */
export function useGive(record: Pick<CaseRecord, 'caseId' | 'title' | 'version'>) {
  const { data: me } = useMe();
  return async (...deeds: Deed[]): Promise<boolean> => {
    if (!me) return false;
    const outbox = deviceOutbox(me.accountId);
    try {
      for (const deed of deeds) {
        const refused = await giveOne(outbox, record, deed);
        if (refused) {
          await say(refused);
          return false;
        }
      }
    } catch (error) {
      await say(sentenceOf(error));
      return false;
    } finally {
      await refresh(queryClient, ['cases']);
    }
    const verb = deeds.at(-1)?.verb;
    const waits = outbox.state().waiting.some(({ subject }) => subject === record.caseId);
    await say(waits || !verb ? words.kept : words.recorded(verbLabel(verb)));
    return true;
  };
}

/**
 * The sentence of a refusal, else null. What the rules forbid is dropped, the person has read why; where others were
 * faster it stays in the queue, to be explained.
 */
async function giveOne(
  outbox: Outbox,
  record: Pick<CaseRecord, 'caseId' | 'title' | 'version'>,
  { verb, endpoint, body, files = [] }: Deed,
): Promise<string | null> {
  const own = (each: { subject: string }) => each.subject === record.caseId;
  const before = outbox.state();
  const known = new Set(before.refused.map(({ sequence }) => sequence));
  // Each deed that waits makes a version; the page may not have read yet what the last one made.
  const based = Math.max(record.version, outbox.versionOf(record.caseId));
  const version = based + before.waiting.filter(own).length;
  const request = { params: { caseId: record.caseId }, body: { ...body, version } };
  await outbox.give(endpoint, request as unknown as RequestOf<AnyEndpoint>, {
    subject: record.caseId,
    label: `${record.title} · ${verbLabel(verb)}`,
    deed: verb,
    files,
  });
  const refused = outbox.state().refused.find((each) => own(each) && !known.has(each.sequence));
  if (!refused) return null;
  if (refused.problem?.code !== 'version.stale') await outbox.drop(refused.sequence);
  return refused.problem?.detail ?? null;
}
