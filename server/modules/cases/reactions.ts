import { importFinished, importStopped } from '#contract/imports/events.ts';
import { dayReset, daySet, yearPublished } from '#contract/system/events.ts';
import { areaMoved } from '#contract/territory/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { tellOfOrders } from './service/orders/tellAll.ts';
import { askForRecount } from './service/recount.ts';
import { moveSubtree } from './store/cases.ts';
import { moveEntries } from './store/directory.ts';

export const casesReactions: readonly Reaction[] = [
  reaction('cases.follow_moved_area', areaMoved, async (context, { data }) => {
    await moveSubtree(context, data.fromPath, data.toPath);
    await moveEntries(context, data.fromPath, data.toPath);
  }),
  reaction(
    'cases.tell_of_imported_orders',
    importFinished,
    (context, { subjectId, at }) => tellOfOrders(context, subjectId, at),
    ({ register, counts }) => register === 'hotline' && counts.created > 0,
  ),
  reaction(
    'cases.tell_of_orders_so_far',
    importStopped,
    (context, { subjectId, at }) => tellOfOrders(context, subjectId, at),
    ({ register }) => register === 'hotline',
  ),
  reaction('cases.recount_year', yearPublished, askForRecount('year_published')),
  reaction('cases.recount_day', daySet, askForRecount('day_set')),
  reaction('cases.recount_day_reset', dayReset, askForRecount('day_reset')),
];
