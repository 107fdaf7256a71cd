import { areaMoved } from '#contract/territory/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { moveSubtree } from './store/cases.ts';

export const casesReactions: readonly Reaction[] = [
  reaction('cases.follow_moved_area', areaMoved, (context, event) =>
    moveSubtree(context, event.data.fromPath, event.data.toPath),
  ),
];
