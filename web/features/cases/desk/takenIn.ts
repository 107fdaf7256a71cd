import type { Channel, RequestType } from '#contract/cases/codes.ts';
import type { openCase } from '#contract/cases/endpoints.ts';
import type { Kind } from '#contract/cases/machine.ts';
import type { RequestOf } from '#contract/define.ts';
import { deskWords as words } from './words.ts';

/** Where a request comes in at the desk, and the kind it becomes. Orders of the hotline have a number and a date. */
interface Way {
  channel: Channel;
  kind: Kind;
}

export const ways: readonly Way[] = [
  { channel: 'phone', kind: 'resident_report' },
  { channel: 'visit', kind: 'resident_report' },
  { channel: 'wechat', kind: 'resident_report' },
  { channel: 'hotline', kind: 'hotline_order' },
  { channel: 'enterprise', kind: 'enterprise_demand' },
  { channel: 'inner', kind: 'proactive_task' },
];

export const nothing = {
  channel: 'phone',
  requestType: 'help' as RequestType,
  isForProperty: false,
  text: '',
  placeText: '',
  areaId: null as string | null,
  matterCode: null as string | null,
  name: '',
  phone: '',
  hidden: false,
  externalNumber: '',
  dueDay: '',
  into: null as string | null,
};
export type Typed = typeof nothing;

export const mayBeForProperty = ({ channel, requestType }: Typed): boolean =>
  requestType === 'help' && ways.some((way) => way.channel === channel && way.kind === 'resident_report');

/** What is missing before it can be entered. */
export function missingIn({ channel, text, placeText, areaId, phone, name, externalNumber, dueDay }: Typed) {
  if (!text.trim()) return words.whatMissing;
  if (!placeText.trim() && !areaId) return words.whereMissing;
  if (phone && !/^1\d{10}$/.test(phone)) return words.phoneWrong(phone.length);
  if (phone && !name.trim()) return words.nameMissing;
  return channel === 'hotline' && (!externalNumber.trim() || !dueDay) ? words.orderMissing : undefined;
}

export function bodyOf(typed: Typed): NonNullable<RequestOf<typeof openCase>['body']> {
  const way: Way = ways.find(({ channel }) => channel === typed.channel) ?? {
    channel: 'phone',
    kind: 'resident_report',
  };
  const isOrder = way.channel === 'hotline';
  return {
    channel: way.channel,
    kind: mayBeForProperty(typed) && typed.isForProperty ? 'property_request' : way.kind,
    requestType: typed.requestType,
    text: typed.text.trim(),
    placeText: typed.placeText.trim(),
    areaId: typed.areaId,
    matterCode: typed.matterCode,
    requester: typed.name.trim()
      ? { name: typed.name.trim(), phone: typed.phone || null, hidden: typed.hidden }
      : null,
    externalNumber: isOrder ? typed.externalNumber.trim() : null,
    dueAt: isOrder ? new Date(`${typed.dueDay}T23:59:00+08:00`).toISOString() : null,
  };
}
