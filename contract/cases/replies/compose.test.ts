import { describe, expect, it } from 'vitest';
import { composeReply, factsOf } from './compose.ts';
import { replyOutcomes } from './outcomes.ts';

type Known = Parameters<typeof factsOf>[0];

const step = (more: object) =>
  ({
    seq: 1,
    at: '2026-11-21T02:00:00.000Z',
    name: 'add_progress',
    actor: '郑社工',
    role: null,
    from: 'in_progress',
    to: 'in_progress',
    round: 1,
    note: null,
    data: {},
    deviceAt: null,
    ...more,
  }) as Known['timeline'][number];

const record: Known = {
  number: 'BY-1121-0037',
  externalNumber: null,
  area: { areaId: '', name: '2单元', path: '/990101001/' },
  placeText: '和顺里3号楼2单元301室',
  matter: { code: '0607', name: '路灯' },
  lead: { kind: 'area', unitId: '', name: '和顺里社区' },
  contacts: [
    { at: '2026-11-20T17:00:00.000Z', by: '郑社工', way: 'phone', outcome: 'reached', note: null },
    { at: '2026-11-21T09:00:00.000Z', by: '郑社工', way: 'phone', outcome: 'no_answer', note: null },
  ],
  timeline: [
    step({ note: '上一轮换过灯泡', round: 0 }),
    step({ note: '到现场了', data: { mark: 'arrived' } }),
    step({ note: '换了三盏声控灯。' }),
  ],
  assignments: [],
  suspendedUntil: null,
  finishedAt: null,
  round: 1,
};

describe('the draft of a reply', () => {
  it('says what the case knows, in the day of China, and leaves the rest blank', () => {
    expect(composeReply('solved', factsOf(record))).toEqual({
      text:
        '您好，您反映的和顺里3号楼2单元路灯一事（编号BY-1121-0037）我们收到了。11月21日已与您联系。' +
        '11月21日和顺里社区到现场查看。处理情况：换了三盏声控灯。＿＿已处理完。如果还有问题，请直接回复，我们接着办。',
      blanks: 1,
    });
  });

  it('keeps what was typed before what the log says', () => {
    expect(composeReply('solved', factsOf(record, '换了灯，查了线路。')).text).toContain(
      '处理情况：换了灯，查了线路。',
    );
    expect(composeReply('not_possible', factsOf(record, '产权不清')).text).toContain('原因：产权不清。');
  });

  it.each(replyOutcomes)('never makes up a call or a visit: %s', (outcome) => {
    const silent = { ...record, contacts: [], timeline: [], lead: null };
    const { text, blanks } = composeReply(outcome, factsOf(silent));
    expect(text).not.toMatch(/联系。|到现场|[{}]/);
    expect(blanks).toBeGreaterThan(0);
  });

  it('names no door: whoever follows the case reads it too', () => {
    expect(factsOf(record).place).toBe('和顺里3号楼2单元');
    expect(factsOf(record, '', '和顺里').place).toBe('和顺里');
    expect(factsOf({ ...record, placeText: '' }).place).toBe('2单元');
  });

  it('ends with the phone of the unit and the sentences of the matter', () => {
    const { text, blanks } = composeReply('solved', { unit: '供热站', unitPhone: '010-69541234' }, [
      '复测室温＿＿度。',
    ]);
    expect(text).toMatch(/^您好，您反映的问题我们收到了。/);
    expect(text).toMatch(/复测室温＿＿度。如果还有问题，请打供热站010-69541234，我们接着办。$/);
    expect(blanks).toBe(3);
  });
});
