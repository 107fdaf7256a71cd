import { areaMoved } from '#contract/territory/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { moveSubtree } from './store/sessions.ts';

export const activitiesReactions: readonly Reaction[] = [
  reaction('activities.follow_moved_area', areaMoved, (context, { data }) =>
    moveSubtree(context, data.fromPath, data.toPath),
  ),
];
