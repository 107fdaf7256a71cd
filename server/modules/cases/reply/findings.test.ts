import { describe, expect, it } from 'vitest';
import { composeReply } from '#contract/cases/replies/compose.ts';
import { replyOutcomes } from '#contract/cases/replies/outcomes.ts';
import { replyClosing, replyGreeting, replySentences } from '#contract/cases/replies/words.ts';
import { replyLines } from '../../../../packs/replies.ts';
import { shirkingIn } from '../classify/replyRules.ts';
import { findingsIn, type ReplyAround } from './findings.ts';

const around: ReplyAround = {
  request: '六号楼二单元的暖气一直不热，家里有老人，请尽快派人来看看，已经打过三次电话了没有人管。',
  earlier: [],
  templates: [replyGreeting, replyClosing, ...Object.values(replySentences).flat(), '和顺里社区'],
  numbers: ['20261121-0037', '69541234567'],
};
const good =
  '您好，接到来件后社区工作人员当天下午上门查看，发现二单元立管阀门锈死。供热公司已于次日更换阀门并排气，复测室温为二十一度。';
const reasons = (reply: string, more: Partial<ReplyAround> = {}) =>
  findingsIn(reply, { ...around, ...more }).map(({ reason }) => reason);

describe('what is said of a reply', () => {
  it('is nothing while it is empty, and nothing when it is good', () => {
    expect(reasons('  ')).toEqual([]);
    expect(reasons(good)).toEqual([]);
  });

  it('names the places left blank', () => {
    expect(findingsIn(`${good}复测室温＿＿度，由XXX负责。`, around)).toMatchObject([
      { reason: 'leaves_blanks', words: ['复测室温＿＿', '由XXX'] },
    ]);
  });

  it('names a phone or a document, not the number of the case or an office', () => {
    const told = `${good}杨女士13800138000，身份证11010119900307123X。`;
    expect(findingsIn(told, around)).toMatchObject([
      { reason: 'personal', words: ['11010119900307123X', '13800138000'] },
    ]);
    expect(reasons(`${good}编号20261121-0037，有事打010-69541234或69541234567。`)).toEqual([]);
  });

  it('shows the words that push people away', () => {
    expect(findingsIn('您好，这件事不归我们管，请自行联系物业。', around)).toContainEqual({
      reason: 'shirking',
      words: ['不归我们管', '自行联系', '请自行'],
      like: null,
    });
  });

  it('notices the words of the requester and of other replies given back', () => {
    expect(reasons(`您好，${around.request}`)).toContain('copied');
    const earlier = [
      { number: null, text: '另一件事的答复，与此无关，已经由物业上门更换了门禁。' },
      { number: '20261101-0001', text: good },
    ];
    expect(findingsIn(good, { ...around, earlier })).toMatchObject([
      { reason: 'copied', like: '20261101-0001' },
    ]);
  });

  it('never takes the frame of a template for copying', () => {
    const facts = (action: string) =>
      composeReply('solved', {
        place: '和顺里3号楼',
        matter: '路灯',
        number: '20261121-0037',
        contactedOn: '11月20日',
        arrivedOn: '11月21日',
        unit: '和顺里社区',
        finishedOn: '11月21日',
        action,
      }).text;
    const earlier = [{ number: '1', text: facts('清运了楼道里的两车杂物') }];
    expect(reasons(facts('更换三盏声控灯，试了三次都亮'), { earlier })).toEqual([]);
  });

  it('judges a greeting and a farewell as nothing said', () => {
    expect(reasons('您好，您反映的问题我们收到了。如果还有问题，请直接回复，我们接着办。')).toEqual([
      'too_short',
      'no_action_named',
    ]);
  });
});

it('no template pushes people away or raises its voice', () => {
  const all = [...Object.values(replySentences).flat(), ...replyLines.map(({ sentence }) => sentence)];
  expect(shirkingIn(all.join(''))).toEqual([]);
  expect(all.join('')).not.toMatch(/[!！]/);
  for (const outcome of replyOutcomes) expect(replySentences[outcome].length).toBeGreaterThan(0);
});
