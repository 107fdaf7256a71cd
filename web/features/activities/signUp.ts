// What is chosen on the sign-up page, and what it becomes. Pure.
import type { CandidateRecord, ResidentActivity, SessionRecord } from '#contract/activities/records.ts';
import { moment } from '#web/lib/formats.ts';
import { signUpWords as words } from './words.ts';

export interface Chosen {
  personIds: readonly string[];
  postId: string | null;
  consent: boolean;
  photo: 'hidden' | 'open';
}

export const nobodyYet: Chosen = { personIds: [], postId: null, consent: false, photo: 'hidden' };

export function requestOf(session: SessionRecord, chosen: Chosen) {
  return {
    params: { sessionId: session.sessionId },
    body: {
      members: chosen.personIds.map((personId) => ({ personId, postId: chosen.postId })),
      photo: chosen.photo,
      guardianConsent: chosen.consent,
    },
  };
}

/** What is still missing; undefined when it can be sent. */
export function reasonNot(
  activity: Pick<ResidentActivity, 'guardianConsent'>,
  session: Pick<SessionRecord, 'posts'>,
  taking: readonly CandidateRecord[],
  chosen: Chosen,
): string | undefined {
  if (taking.length === 0) return words.pickFirst;
  if (session.posts.length > 0 && chosen.postId === null) return words.postFirst;
  const needsConsent = activity.guardianConsent && taking.some((one) => one.isChild);
  return needsConsent && !chosen.consent ? words.consentFirst : undefined;
}

/** How places are given, in plain sentences. */
export function rulesOf(
  activity: Pick<ResidentActivity, 'allotment' | 'familyCap' | 'priority' | 'confirmHours'>,
  session: Pick<SessionRecord, 'opensAt' | 'closesAt'>,
  now: Date = new Date(),
): string[] {
  const isLottery = activity.allotment === 'lottery';
  const closes = moment(session.closesAt, now);
  const first =
    (isLottery ? words.ruleLottery(closes) : words.ruleFirst(closes)) +
    (activity.familyCap === null ? '' : words.cap(activity.familyCap)) +
    words.priorities[activity.allotment][activity.priority];
  const opens =
    Date.parse(session.opensAt) > now.getTime() ? [words.opens(moment(session.opensAt, now))] : [];
  return [...opens, `${first}。`, words.confirm(isLottery, activity.confirmHours), words.together];
}
