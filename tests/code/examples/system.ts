import { listAuditEvents } from '#contract/audit/endpoints.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

async function someEvent(world: World): Promise<string> {
  const { items } = await (await world.as('审计员')).call(listAuditEvents, {
    query: { limit: 1, module: 'territory' },
  });
  return items[0]?.eventId ?? '';
}

const year = { params: { year: '2027' } };

export const systemExamples: Record<string, Example> = {
  'audit.list': list(someEvent, {}, () => ({ query: { module: 'territory', limit: 1 } })),
  'audit.get': record(async (world) => ({ params: { eventId: await someEvent(world) } })),
  'audit.verify': self(),
  'audit.export': self(() => ({ query: { reason: '季度检查' } })),
  'calendar.state': self(),
  'calendar.year': self(() => year),
  'calendar.preview_notice': self(() => ({ ...year, body: { text: '2027-01-01 放假 元旦' } })),
  'calendar.read_notice_file': self(() => ({
    ...year,
    file: { name: 'days.csv', content: '日期,类型,名称\n2027-01-01,放假,元旦\n' },
  })),
  'calendar.publish_notice': self(
    () => ({ ...year, body: { text: '2027-01-01 放假 元旦', source: '国办发明电' } }),
    {
      reaches: 'calendar.notice_faulty',
    },
  ),
  'calendar.set_day': self(() => ({
    params: { day: '2026-12-01' },
    body: { isWorkday: false, reason: '停水' },
  })),
  'calendar.reset_day': self(() => ({ params: { day: '2026-12-01' } })),
  'system.status': self(),
};
