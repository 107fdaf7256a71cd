import { expect, test } from 'vitest';
import type { AuditEvent } from '#contract/audit/records.ts';
import { actorOf, fromDay, roleOf, shortId } from './trail.tsx';

const event = (
  actor: AuditEvent['actor'],
  actingRole: string | null = null,
  accountName: string | null = null,
) => ({ actor, actingRole, subject: { module: 'identity', id: 'x', accountName } }) as AuditEvent;

test('the system, a person and a stranger are named', () => {
  expect(actorOf(event({ accountId: null, name: 'system' }))).toBe('系统');
  expect(actorOf(event({ accountId: 'a', name: '周网格' }))).toBe('周网格');
  expect(actorOf(event({ accountId: null, name: '' }))).toBe('未登录');
});

test('a sign-in, which nobody had done yet, is told by its account', () => {
  expect(actorOf(event({ accountId: null, name: '' }, null, '周网格'))).toBe('周网格');
});

test('a role is said in words, an unknown one as it is', () => {
  expect(roleOf(event({ accountId: 'a', name: '' }, 'grid_worker'))).toBe('网格员');
  expect(roleOf(event({ accountId: 'a', name: '' }, 'former_role'))).toBe('former_role');
  expect(roleOf(event({ accountId: 'a', name: '' }))).toBe('');
});

test('a period is counted in days of Beijing, today included', () => {
  const now = new Date('2026-11-21T17:00:00Z');
  expect(fromDay('today', now)).toBe('2026-11-22');
  expect(fromDay('week', now)).toBe('2026-11-16');
  expect(fromDay(undefined, now)).toBeUndefined();
});

test('of a long id the end is shown', () => {
  expect(shortId('0199f0aa-1111-7222-8333-444455556666')).toBe('444455556666');
  expect(shortId('2026-11-21')).toBe('2026-11-21');
});
