import { areaMoved } from '#contract/territory/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { movePaths } from './store/calls.ts';

export const reactions: readonly Reaction[] = [
  reaction('calls.follow_moved_area', areaMoved, (context, event) =>
    movePaths(context, event.data.fromPath, event.data.toPath),
  ),
];
