import { personErased } from '#contract/people/events.ts';
import { areaMoved } from '#contract/territory/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { forgetObjections, moveSubtree } from './store/follow.ts';
import { dropHonour } from './store/honours.ts';

export const reactions: readonly Reaction[] = [
  reaction('attendance.follow_moved_area', areaMoved, (context, event) =>
    moveSubtree(context, event.data.fromPath, event.data.toPath),
  ),
  reaction('attendance.forget_person', personErased, async (context, event) => {
    await dropHonour(context, event.subjectId);
    await forgetObjections(context, event.subjectId);
  }),
];
