import { personErased } from '#contract/people/events.ts';
import { areaMoved } from '#contract/territory/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { movePaths } from './store/calls.ts';
import { forgetPerson } from './store/targets.ts';

export const reactions: readonly Reaction[] = [
  reaction('calls.follow_moved_area', areaMoved, (context, event) =>
    movePaths(context, event.data.fromPath, event.data.toPath),
  ),
  reaction('calls.forget_person', personErased, (context, event) => forgetPerson(context, event.subjectId)),
];
