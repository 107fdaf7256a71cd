import { describe, expect, it, test } from 'vitest';
import type { Safeguard } from '#contract/mutualhelp/codes.ts';
import {
  type Asked,
  demandOf,
  safeguardsOf,
  safetyRules,
  touchesNight,
} from '#contract/mutualhelp/safety.ts';
import { helperFault, mayPledge, safetyOf, textFault, timeFault } from './rules.ts';

const plain: Asked = {
  kind: 'borrow',
  forWhom: 'self',
  indoors: false,
  startsAt: '2026-11-22T02:00:00.000Z',
  endsAt: '2026-11-22T04:00:00.000Z',
  askerAge: 40,
};

describe('the safety table', () => {
  // What is asked, and which rows of the table apply to it.
  test.each<[string, Partial<Asked>, Safeguard[]]>([
    ['a ladder for an adult', {}, []],
    ['an asker of 69', { askerAge: 69 }, []],
    ['an asker of 70', { askerAge: 70 }, ['elder']],
    ['for an old parent', { forWhom: 'elder' }, ['elder']],
    ['an old asker for a neighbour', { forWhom: 'other', askerAge: 80 }, []],
    ['an asker whose age nobody knows', { askerAge: null }, []],
    ['for a child', { forWhom: 'child' }, ['child']],
    ['fetching a child', { kind: 'fetch_child' }, ['child']],
    ['in the flat', { indoors: true }, ['indoors']],
    ['repairing', { kind: 'repair' }, ['indoors']],
    ['until 22:30', { startsAt: '2026-11-22T13:00:00.000Z', endsAt: '2026-11-22T14:30:00.000Z' }, ['night']],
    ['all of it', { kind: 'fetch_child', forWhom: 'elder', indoors: true }, ['elder', 'indoors', 'child']],
  ])('%s', (_, changed, expected) => {
    expect(safeguardsOf({ ...plain, ...changed })).toEqual(expected);
  });

  test.each<[Safeguard, string[]]>([
    ['elder', ['two_helpers', 'community_told']],
    ['indoors', ['two_helpers', 'community_told']],
    ['night', ['two_helpers', 'community_told']],
    ['child', ['two_helpers']],
  ])('%s asks for the agreement and for company', (safeguard, companies) => {
    expect(demandOf([safeguard])).toEqual({ agreement: true, companies });
    expect(safetyRules.filter(({ when }) => when === safeguard)).toHaveLength(1);
  });

  it('the strictest row counts, and nothing delicate leaves one alone', () => {
    expect(demandOf(['elder', 'child', 'night']).companies).toEqual(['two_helpers']);
    for (const safeguard of ['elder', 'child', 'indoors', 'night'] as const)
      expect(demandOf([safeguard]).companies).not.toContain('one');
    expect(demandOf([])).toMatchObject({ agreement: false });
    expect(safetyOf({ ...plain, forWhom: 'child' }, 'community_told').allowed).toBe(false);
    expect(safetyOf({ ...plain, forWhom: 'elder' }, 'community_told').allowed).toBe(true);
  });

  test.each([
    ['05:59 is night', '2026-11-21T21:59:00.000Z', '2026-11-21T23:00:00.000Z', true],
    ['06:00 is day', '2026-11-21T22:00:00.000Z', '2026-11-21T23:00:00.000Z', false],
    ['until 22:00 is day', '2026-11-22T12:00:00.000Z', '2026-11-22T14:00:00.000Z', false],
    ['until 22:01 is night', '2026-11-22T12:00:00.000Z', '2026-11-22T14:01:00.000Z', true],
    ['from 23:00', '2026-11-22T15:00:00.000Z', '2026-11-22T16:00:00.000Z', true],
  ])('%s', (_, from, until, expected) => {
    expect(touchesNight(from, until)).toBe(expected);
  });
});

describe('who helps', () => {
  test.each([
    [{ age: 17, agreementSigned: true }, false, 'help.minor'],
    [{ age: 17, agreementSigned: true }, true, 'help.minor'],
    [{ age: 18, agreementSigned: false }, false, null],
    [{ age: 18, agreementSigned: false }, true, 'help.agreement_needed'],
    [{ age: 18, agreementSigned: true }, true, null],
    [{ age: null, agreementSigned: true }, true, 'help.age_unknown'],
    [{ age: null, agreementSigned: false }, false, null],
  ])('%j, delicate: %s → %s', (helper, delicate, expected) => {
    expect(helperFault(helper, delicate)).toBe(expected);
  });

  it('not the asker, not twice, not after the end', () => {
    const ask = { status: 'open' as const, askerId: 'a', endsAt: plain.endsAt };
    const now = new Date(plain.startsAt);
    expect(mayPledge(ask, 'b', null, now)).toBe(true);
    expect(mayPledge(ask, 'b', 'withdrawn', now)).toBe(true);
    expect(mayPledge(ask, 'b', 'offered', now)).toBe('help.already_pledged');
    expect(mayPledge(ask, 'a', null, now)).toBe('help.own_ask');
    expect(mayPledge(ask, 'b', null, new Date(plain.endsAt))).toBe('help.not_open');
    expect(mayPledge({ ...ask, status: 'matched' }, 'b', null, now)).toBe('help.not_open');
  });
});

describe('words', () => {
  test.each([
    ['帮忙取药，在社区医院', null],
    ['借梯子一小时，三楼', null],
    ['一块儿去买菜', null],
    ['帮我换个灯泡，给你红包', 'help.money_words'],
    ['搬箱子，辛苦费另算', 'help.money_words'],
    ['搬一次20元', 'help.money_words'],
    ['跑一趟十块', 'help.money_words'],
    ['帮我输一下验证码', 'help.identity_words'],
    ['拿我的身份证去办', 'help.identity_words'],
    ['打我电话 139 0000 7777', 'help.number_words'],
    ['号码１３９００００７７７７', 'help.number_words'],
    ['3号楼2单元，周六10点', null],
  ])('%s → %s', (text, code) => {
    expect(textFault(text)?.code ?? null).toBe(code);
  });
});

test.each([
  ['now', '2026-11-22T02:00:00.000Z', '2026-11-22T04:00:00.000Z', null],
  ['past', '2026-11-21T01:00:00.000Z', '2026-11-21T04:00:00.000Z', 'help.time_past'],
  ['backwards', '2026-11-22T04:00:00.000Z', '2026-11-22T02:00:00.000Z', 'help.time_order'],
  ['a whole day', '2026-11-22T00:00:00.000Z', '2026-11-22T12:00:01.000Z', 'help.time_order'],
  ['next month', '2026-12-22T02:00:00.000Z', '2026-12-22T04:00:00.000Z', 'help.time_far'],
])('time: %s', (_, from, until, code) => {
  expect(timeFault(from, until, new Date('2026-11-21T02:00:00.000Z'))?.code ?? null).toBe(code);
});
