import { teamClosed, teamFounded, teamJoined, teamLeft } from '#contract/mutualhelp/events.ts';
import { personErased } from '#contract/people/events.ts';
import { areaMoved } from '#contract/territory/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { movePaths } from './store/calls.ts';
import { forgetPerson } from './store/targets.ts';
import { dropMember, dropTeam, leaveTeams, moveTeams, saveMember, saveTeam } from './store/teams.ts';

export const reactions: readonly Reaction[] = [
  reaction('calls.follow_moved_area', areaMoved, async (context, event) => {
    await movePaths(context, event.data.fromPath, event.data.toPath);
    await moveTeams(context, event.data.fromPath, event.data.toPath);
  }),
  reaction('calls.forget_person', personErased, async (context, event) => {
    await forgetPerson(context, event.subjectId);
    await leaveTeams(context, event.subjectId);
  }),
  reaction('calls.hear_team', teamFounded, async (context, event) => {
    await saveTeam(context, event.subjectId, event.data.areaPath);
    await saveMember(context, event.subjectId, event.data.personId);
  }),
  reaction('calls.hear_member', teamJoined, (context, event) =>
    saveMember(context, event.subjectId, event.data.personId),
  ),
  reaction('calls.hear_leaving', teamLeft, (context, event) =>
    dropMember(context, event.subjectId, event.data.personId),
  ),
  reaction('calls.hear_closing', teamClosed, (context, event) => dropTeam(context, event.subjectId)),
];
