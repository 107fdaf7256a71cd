import { areaChanged, areaMoved } from '#contract/territory/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { readdress } from './service/readdress.ts';
import { movePaths } from './store/follow.ts';

export const peopleReactions: readonly Reaction[] = [
  // Prefixes are replaced where they still stand, so that a repeat finds nothing to do.
  reaction('people.follow_moved_area', areaMoved, async (context, event) => {
    await movePaths(context, event.data.fromPath, event.data.toPath);
    await readdress(context, event.subjectId);
  }),
  reaction('people.follow_renamed_area', areaChanged, async (context, event) => {
    if (event.data.fields.includes('name')) await readdress(context, event.subjectId);
  }),
];
