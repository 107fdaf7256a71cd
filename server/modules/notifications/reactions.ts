import * as activities from '#contract/activities/events.ts';
import { hoursObjectionDecided } from '#contract/attendance/events.ts';
import * as calls from '#contract/calls/events.ts';
import { caseMoved, caseNoted, ordersOpened } from '#contract/cases/events.ts';
import * as help from '#contract/mutualhelp/events.ts';
import { objectionDecided } from '#contract/points/events.ts';
import { type Reaction, reaction } from '#kernel/module.ts';
import { hoursObjectionAnswer } from '#modules/attendance/index.ts';
import { neighboursOffering } from '#modules/mutualhelp/index.ts';
import { objectionAnswer } from '#modules/points/index.ts';
import { isHeard } from './rules.ts';
import { tellSignedUp } from './service/activities.ts';
import { tellCalled } from './service/calls.ts';
import { hear } from './service/hear.ts';
import { tellCommunity, tellNeighbours } from './service/help.ts';
import { tellObjector } from './service/objections.ts';
import { tellOfOrders } from './service/orders.ts';

/** Who signed up is told what cannot be seen at the tap itself. */
const activityReactions: readonly Reaction[] = [
  reaction(
    'notifications.tell_of_place',
    activities.signUpOffered,
    (context, { id: eventId, subjectId, data }) =>
      tellSignedUp(context, {
        eventId,
        activityId: subjectId,
        sessionId: data.sessionId,
        notice: 'place_offered',
        personIds: [data.signedBy],
        due: data.offeredUntil,
      }),
  ),
  reaction(
    'notifications.tell_of_draw',
    activities.signUpConfirmed,
    (context, { id: eventId, subjectId, data }) =>
      tellSignedUp(context, {
        eventId,
        activityId: subjectId,
        sessionId: data.sessionId,
        notice: 'place_drawn',
        personIds: [data.signedBy],
      }),
    ({ way }) => way === 'drawn',
  ),
  reaction(
    'notifications.tell_of_no_draw',
    activities.signUpWaiting,
    (context, { id: eventId, subjectId, data }) =>
      tellSignedUp(context, {
        eventId,
        activityId: subjectId,
        sessionId: data.sessionId,
        notice: 'place_not_drawn',
        personIds: [data.signedBy],
      }),
    ({ way }) => way === 'drawn',
  ),
  reaction(
    'notifications.tell_of_cancellation',
    activities.activityCancelled,
    async (context, { id: eventId, subjectId, data }) => {
      // One line however many sessions: the page of the activity lists them.
      const [sessionId] = data.sessionIds;
      if (sessionId)
        await tellSignedUp(context, {
          eventId,
          activityId: subjectId,
          sessionId,
          notice: 'activity_cancelled',
          personIds: data.personIds,
        });
    },
    ({ kind }) => kind === 'activity',
  ),
];

const objectionReactions: readonly Reaction[] = [
  reaction('notifications.tell_of_answer', objectionDecided, async (context, { id: eventId, data }) =>
    tellObjector(context, {
      eventId,
      upheld: data.upheld,
      subject: { module: 'points', id: data.holdId },
      answered: await objectionAnswer(context, data.objectionId),
    }),
  ),
  reaction(
    'notifications.tell_of_hours_answer',
    hoursObjectionDecided,
    async (context, { id: eventId, data }) =>
      tellObjector(context, {
        eventId,
        upheld: data.upheld,
        subject: { module: 'attendance', id: data.subjectId },
        answered: await hoursObjectionAnswer(context, data.objectionId),
      }),
  ),
];

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
  reaction('notifications.tell_of_ask', help.helpAsked, (context, { id: eventId, subjectId: askId }) =>
    tellNeighbours(context, {
      eventId,
      askId,
      notice: 'help_wanted',
      whom: () => neighboursOffering(context, askId),
    }),
  ),
  reaction('notifications.tell_of_pledge', help.helpPledged, (context, { id: eventId, subjectId: askId }) =>
    tellNeighbours(context, { eventId, askId, notice: 'help_pledged', whom: ({ askerId }) => [askerId] }),
  ),
  reaction(
    'notifications.tell_of_withdrawal',
    help.helpWithdrawn,
    (context, { id: eventId, subjectId: askId }) =>
      tellNeighbours(context, { eventId, askId, notice: 'help_withdrawn', whom: ({ askerId }) => [askerId] }),
    ({ wasAgreed }) => wasAgreed,
  ),
  reaction(
    'notifications.tell_of_agreement',
    help.helpAgreed,
    async (context, { id: eventId, subjectId: askId, data }) => {
      await tellNeighbours(context, { eventId, askId, notice: 'help_agreed', whom: () => [data.helperId] });
      await tellCommunity(
        context,
        { eventId, askId, notice: 'help_told' },
        ({ company }) => data.complete && company === 'community_told',
      );
    },
  ),
  ...[help.helpCancelled, help.helpLapsed, help.helpHidden].map((ended) =>
    reaction(
      `notifications.tell_of_${ended.name}`,
      ended,
      (context, { id: eventId, subjectId: askId, data }) =>
        tellNeighbours(context, { eventId, askId, notice: 'help_over', whom: () => data.helperIds }),
    ),
  ),
  reaction('notifications.tell_of_hiding', help.helpHidden, (context, { id: eventId, subjectId: askId }) =>
    tellNeighbours(context, { eventId, askId, notice: 'help_hidden', whom: ({ askerId }) => [askerId] }),
  ),
  reaction(
    'notifications.tell_of_thanks',
    help.helpGiven,
    (context, { id: eventId, subjectId: askId, data }) =>
      tellNeighbours(context, { eventId, askId, notice: 'help_thanked', whom: () => [data.helperId] }),
  ),
  reaction('notifications.tell_of_report', help.helpReported, (context, { id: eventId, subjectId: askId }) =>
    tellCommunity(context, { eventId, askId, notice: 'help_reported' }),
  ),
  reaction('notifications.tell_of_call', calls.callIssued, (context, { id: eventId, subjectId: callId }) =>
    tellCalled(context, { eventId, callId, notice: 'call_issued', which: 'all' }),
  ),
  reaction(
    'notifications.tell_of_stand_down',
    calls.callStoodDown,
    (context, { id: eventId, subjectId: callId }) =>
      tellCalled(context, { eventId, callId, notice: 'call_stood_down', which: 'coming' }),
  ),
  reaction(
    'notifications.tell_of_result',
    calls.callEnded,
    (context, { id: eventId, subjectId: callId }) =>
      tellCalled(context, { eventId, callId, notice: 'call_thanked', which: 'coming' }),
    ({ because }) => because === 'closed',
  ),
  ...activityReactions,
  ...objectionReactions,
];
