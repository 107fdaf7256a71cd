import { hoursCorrected, hoursRecorded } from '#contract/attendance/events.ts';
import { memberLeft } from '#contract/families/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { endPool } from './service/family.ts';
import { correctHours, earnHours } from './service/hours.ts';

export const pointsReactions: readonly Reaction[] = [
  reaction(
    'points.earn_hours',
    hoursRecorded,
    (context, { data }) => earnHours(context, data),
    ({ credit }) => credit === 'volunteer',
  ),
  reaction('points.correct_hours', hoursCorrected, (context, { data }) => correctHours(context, data)),
  reaction(
    'points.end_pool',
    memberLeft,
    (context, { id, subjectId, data }) => endPool(context, id, subjectId, data.personId),
    ({ last }) => last,
  ),
];
