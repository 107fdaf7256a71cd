// May a team or a need change in this way? Pure.
import type { NeedStatus, TeamStatus } from '#contract/mutualhelp/codes.ts';

export type Verdict = true | string;

export interface TeamNow {
  status: TeamStatus;
  leaderId: string;
  memberIds: readonly string[];
}

export function mayJoin(team: TeamNow, personId: string): Verdict {
  if (team.status === 'closed') return 'team.closed';
  return team.memberIds.includes(personId) ? 'team.member_already' : true;
}

export function mayLeave(team: TeamNow, personId: string): Verdict {
  if (!team.memberIds.includes(personId)) return 'team.not_member';
  return team.leaderId === personId ? 'team.leader_stays' : true;
}

export function mayInvite(team: TeamNow, personId: string): Verdict {
  if (team.status === 'closed') return 'team.closed';
  return team.memberIds.includes(personId) ? true : 'team.not_member';
}

/** One goes along with one newcomer, and nobody with oneself. */
export function mentorFault(
  mentorId: string,
  newcomer: { personId: string; mentorId: string | null } | undefined,
): string | null {
  if (!newcomer) return 'team.not_member';
  if (newcomer.personId === mentorId) return 'team.not_self';
  return newcomer.mentorId === null ? null : 'team.has_mentor';
}

export function mayClose(team: TeamNow, personId: string | null, moderates: boolean): Verdict {
  if (team.status === 'closed') return 'team.closed';
  return moderates || team.leaderId === personId ? true : 'team.not_leader';
}

export interface NeedNow {
  status: NeedStatus;
  leaderOfTeam: string | null;
}

export const mayClaim = (status: NeedStatus, leads: boolean): Verdict => {
  if (status !== 'open') return 'need.not_open';
  return leads || 'team.not_leader';
};

export function mayGiveBack(need: NeedNow, personId: string | null): Verdict {
  if (need.status !== 'claimed') return 'need.not_claimed';
  return need.leaderOfTeam === personId ? true : 'team.not_leader';
}

export const mayFinishNeed = (status: NeedStatus): Verdict =>
  status === 'claimed' ? true : 'need.not_claimed';

export const mayWithdrawNeed = (status: NeedStatus): Verdict =>
  status === 'open' || status === 'claimed' ? true : 'need.not_open';
