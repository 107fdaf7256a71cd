import { personErased } from '#contract/people/events.ts';
import { areaMoved } from '#contract/territory/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { movePaths } from './store/asks.ts';
import { forgetPerson } from './store/forget.ts';

export const reactions: readonly Reaction[] = [
  reaction('mutualhelp.follow_moved_area', areaMoved, (context, event) =>
    movePaths(context, event.data.fromPath, event.data.toPath),
  ),
  reaction('mutualhelp.forget_person', personErased, (context, event) =>
    forgetPerson(context, event.subjectId),
  ),
];
