import { caseMoved, caseNoted, ordersOpened } from '#contract/cases/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { isHeard } from './rules.ts';
import { hear } from './service/hear.ts';
import { tellOfOrders } from './service/orders.ts';

export const notificationsReactions: readonly Reaction[] = [
  reaction(
    'notifications.tell_of_move',
    caseMoved,
    (context, { id, subjectId, actorId, to, data }) =>
      hear(context, { eventId: id, caseId: subjectId, actorId, to, name: data.move, details: data.details }),
    (data) => isHeard(data.move) && !data.together,
  ),
  reaction(
    'notifications.tell_of_note',
    caseNoted,
    (context, { id, subjectId, actorId, to, data }) =>
      hear(context, { eventId: id, caseId: subjectId, actorId, to, name: data.act, details: data.details }),
    (data) => isHeard(data.act) && !data.together,
  ),
  reaction('notifications.tell_of_orders', ordersOpened, (context, { id, subjectId, data }) =>
    tellOfOrders(context, { eventId: id, importId: subjectId, ...data }),
  ),
];
