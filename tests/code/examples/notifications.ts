import { listNotifications } from '#contract/notifications/endpoints.ts';
import { caseAt } from '../../kit/cases.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

const clerk = { holder: '郑社工', outsider: '马书记', foreigner: '文社区' } as const;

/** A case that has come to the community, so that its clerk was told. */
async function told(world: World): Promise<string> {
  const stage = { as: world.as, entranceId: world.id('entrance'), communityId: world.id('community') };
  const { caseId } = await caseAt(stage, 'dispatched');
  await world.street.react();
  const { items } = await (await world.as('郑社工')).call(listNotifications, { query: { limit: 200 } });
  const line = items.find(({ subject }) => subject.id === caseId);
  if (!line) throw new Error('the clerk was not told');
  return line.notificationId;
}

export const notificationExamples: Record<string, Example> = {
  'notifications.list': list(told, clerk),
  'notifications.unread': self(),
  'notifications.mark_read': record(
    async (world) => ({ params: { notificationId: await told(world) } }),
    clerk,
  ),
  'notifications.mark_all_read': self(() => ({ body: { until: '2026-11-21T02:00:00.000Z' } })),
  'notifications.preferences': self(),
  'notifications.set_preferences': self(() => ({
    body: { muted: ['progress'], texts: true, quietFrom: '22:00', quietTo: '07:00' },
  })),
  'notifications.bind_wechat': self(() => ({ body: { code: 'code' } }), {
    reaches: 'notification.wechat_off',
  }),
  'notifications.unbind_wechat': self(() => ({}), { reaches: 'notification.wechat_off' }),
  'notifications.list_deliveries': self(),
};
