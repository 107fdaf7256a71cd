// Volunteer teams with mentors, and the board on which a community says what it needs of them.
import { z } from 'zod';
import { can, id, instant, line, page, paging, text, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import * as codes from './codes.ts';

export const teamMember = z
  .object({
    personId: id,
    name: z.string().describe('Masked, in the clear for members'),
    isLeader: z.boolean(),
    isMe: z.boolean(),
    mentor: z.object({ name: z.string(), state: z.enum(codes.mentorStates), isMe: z.boolean() }).nullable(),
  })
  .meta({ id: 'TeamMember' });

export const team = z
  .object({
    teamId: id,
    name: z.string(),
    purpose: z.string(),
    community: z.object({ areaId: id, name: z.string() }),
    memberCount: z.number().int(),
    mentorCount: z.number().int().describe('Pairs of mentor and newcomer'),
    status: z.enum(codes.teamStatuses),
    isMine: z.boolean(),
    members: z.array(teamMember).describe('For members only'),
    version,
    can: can('join', 'leave', 'invite', 'close'),
  })
  .meta({ id: 'VolunteerTeam' });
export type Team = z.output<typeof team>;

export const need = z
  .object({
    needId: id,
    title: z.string(),
    text: z.string(),
    community: z.object({ areaId: id, name: z.string() }),
    startsAt: instant,
    endsAt: instant,
    peopleWanted: z.number().int(),
    status: z.enum(codes.needStatuses),
    team: z.object({ teamId: id, name: z.string() }).nullable(),
    result: z.string().nullable(),
    postedBy: z.string(),
    postedAt: instant,
    version,
    can: can('claim', 'give_back', 'finish', 'withdraw'),
  })
  .meta({ id: 'VolunteerNeed' });
export type Need = z.output<typeof need>;

const teamParams = z.object({ teamId: id });
const needParams = z.object({ needId: id });

export const listTeams = endpoint({
  name: 'mutualhelp.list_teams',
  method: 'GET',
  path: '/api/volunteer-teams',
  summary: 'Teams of the own community, and those of the viewer’s areas at the desk.',
  access: 'signed_in',
  output: z.object({ items: z.array(team) }),
});

export const foundTeam = endpoint({
  name: 'mutualhelp.found_team',
  method: 'POST',
  path: '/api/volunteer-teams',
  summary: 'A resident founds a volunteer team of the own community and leads it.',
  access: 'signed_in',
  body: z.object({ name: line(30), purpose: line(120) }),
  output: team,
});

export const joinTeam = endpoint({
  name: 'mutualhelp.join_team',
  method: 'POST',
  path: '/api/volunteer-teams/:teamId/join',
  summary: 'Joins a team of the own community.',
  access: 'signed_in',
  params: teamParams,
  output: team,
});

export const leaveTeam = endpoint({
  name: 'mutualhelp.leave_team',
  method: 'POST',
  path: '/api/volunteer-teams/:teamId/leave',
  summary: 'Leaves a team; a leader hands it on by closing it.',
  access: 'signed_in',
  params: teamParams,
  output: team,
});

export const inviteApprentice = endpoint({
  name: 'mutualhelp.invite_apprentice',
  method: 'POST',
  path: '/api/volunteer-teams/:teamId/mentor',
  summary: 'A member offers to go along with a newcomer of the team (以老带新).',
  access: 'signed_in',
  params: teamParams,
  body: z.object({ personId: id }),
  output: team,
});

export const answerMentor = endpoint({
  name: 'mutualhelp.answer_mentor',
  method: 'POST',
  path: '/api/volunteer-teams/:teamId/mentor/answer',
  summary: 'The newcomer agrees, declines, or ends it later.',
  access: 'signed_in',
  params: teamParams,
  body: z.object({ agrees: z.boolean() }),
  output: team,
});

export const closeTeam = endpoint({
  name: 'mutualhelp.close_team',
  method: 'POST',
  path: '/api/volunteer-teams/:teamId/close',
  summary: 'Closes a team: its leader, or the community.',
  access: 'signed_in',
  params: teamParams,
  body: z.object({ version }),
  output: team,
});

export const listNeeds = endpoint({
  name: 'mutualhelp.list_needs',
  method: 'GET',
  path: '/api/volunteer-needs',
  summary: 'What communities need of volunteer teams: of the own community, or the viewer’s areas.',
  access: 'signed_in',
  query: z.object(paging),
  output: page(need),
});

export const postNeed = endpoint({
  name: 'mutualhelp.post_need',
  method: 'POST',
  path: '/api/volunteer-needs',
  summary: 'A community says what it needs of a volunteer team.',
  access: 'help.moderate',
  body: z.object({
    communityId: id,
    title: line(40),
    text: text(300).default(''),
    startsAt: instant,
    endsAt: instant,
    peopleWanted: z.number().int().min(1).max(200),
  }),
  output: need,
});

export const claimNeed = endpoint({
  name: 'mutualhelp.claim_need',
  method: 'POST',
  path: '/api/volunteer-needs/:needId/claim',
  summary: 'The leader of a team takes it on.',
  access: 'signed_in',
  params: needParams,
  body: z.object({ teamId: id }),
  output: need,
});

export const giveBackNeed = endpoint({
  name: 'mutualhelp.give_back_need',
  method: 'POST',
  path: '/api/volunteer-needs/:needId/give-back',
  summary: 'The team cannot after all; the need is open again.',
  access: 'signed_in',
  params: needParams,
  output: need,
});

export const finishNeed = endpoint({
  name: 'mutualhelp.finish_need',
  method: 'POST',
  path: '/api/volunteer-needs/:needId/finish',
  summary: 'The community says that it was done, and thanks.',
  access: 'help.moderate',
  params: needParams,
  body: z.object({ result: line(200), version }),
  output: need,
});

export const withdrawNeed = endpoint({
  name: 'mutualhelp.withdraw_need',
  method: 'POST',
  path: '/api/volunteer-needs/:needId/withdraw',
  summary: 'No longer needed.',
  access: 'help.moderate',
  params: needParams,
  body: z.object({ version }),
  output: need,
});
