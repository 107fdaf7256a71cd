import { hoursCorrected, hoursRecorded } from '#contract/attendance/events.ts';
import { memberLeft } from '#contract/families/events.ts';
import { helpGiven } from '#contract/mutualhelp/events.ts';
import { gatheredReaction, type Reaction, reaction } from '#kernel/module.ts';
import { endPool } from './service/family.ts';
import { grantFor } from './service/grant.ts';
import { correctHours, earnHours } from './service/hours.ts';

export const pointsReactions: readonly Reaction[] = [
  gatheredReaction(
    'points.earn_hours',
    hoursRecorded,
    (context, events) =>
      earnHours(
        context,
        events.map(({ data }) => data),
      ),
    ({ credit }) => credit === 'volunteer',
  ),
  reaction('points.correct_hours', hoursCorrected, (context, { data }) => correctHours(context, data)),
  // The street's own thanks, where a tariff names it; what neighbours give each other is a hold.
  reaction('points.thank_helper', helpGiven, async (context, { at, data }) => {
    const evidence = `${data.askId}:${data.helperId}`;
    const deed = { source: 'help_given', evidence, personId: data.helperId, quantity: 1 } as const;
    await grantFor(context, { ...deed, happenedAt: at });
  }),
  reaction(
    'points.end_pool',
    memberLeft,
    (context, { id, subjectId, data }) => endPool(context, id, subjectId, data.personId),
    ({ last }) => last,
  ),
];
