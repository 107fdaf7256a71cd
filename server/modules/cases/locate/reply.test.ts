import { describe, expect, it } from 'vitest';
import { replyOutcomes } from '#contract/cases/replies/outcomes.ts';
import { replyAdvice, replySentences } from '#contract/cases/replies/words.ts';
import { copyReply, replyDraft, shirkingIn } from './reply.ts';

const known = {
  number: 'BY-1121-0037',
  place: '和顺里3号楼2单元',
  matter: '楼道灯不亮',
  unit: '物业工程部',
  contactedOn: '11月20日',
  arrivedOn: '11月21日',
  action: '换了三盏声控灯。',
};

describe('the draft of a reply', () => {
  it('leaves out what nobody told, and asks for it', () => {
    const { text, missing } = replyDraft(null, 'solved', known);
    expect(text).toBe(
      '您好，您反映的和顺里3号楼2单元楼道灯不亮（编号BY-1121-0037）我们收到了。11月20日已与您联系。' +
        '11月21日物业工程部到现场查看。处理情况：换了三盏声控灯。如果还有问题，请直接回复，我们接着办。',
    );
    expect(missing).toEqual(['finishedOn']);
  });

  it.each(replyOutcomes)('has no gap when nothing is known: %s', (outcome) => {
    const { text, missing } = replyDraft(null, outcome, {});
    expect(text).not.toMatch(/[{}]/);
    expect(missing.length).toBeGreaterThan(0);
  });

  it('warns of words that push people away and keeps them', () => {
    const { text, forbidden } = replyDraft(null, 'solved', { ...known, action: '请自行解决' });
    expect(forbidden).toEqual(['自行解决', '请自行']);
    expect(text).toContain('请自行解决');
  });

  it('adds what is good to know about the category', () => {
    expect(replyDraft('公共服务/供暖', 'solved', known).text).toContain('测温');
    expect(replyDraft('市容环卫/小广告', 'solved', known).text).toContain('随手拍');
    expect(replyDraft('公共服务/供水', 'solved', known).text).not.toContain('测温');
  });

  it('templates push nobody away and raise no voice', () => {
    const all = [...Object.values(replySentences).flat(), ...Object.values(replyAdvice)].join('');
    expect(shirkingIn(all)).toEqual([]);
    expect(all).not.toMatch(/[!！]/);
  });
});

it('a chat reply is ready to be pasted', () => {
  const given = { title: '3号楼楼道灯不亮', number: 'BY-1121-0037', dueOn: '11月22日18:00' };
  expect(copyReply({ who: '张三', ...given })).toBe(
    '@张三 您好，您说的3号楼楼道灯不亮已记下，编号BY-1121-0037，11月22日18:00前有人联系您。',
  );
  expect(copyReply({ who: null, ...given })).toMatch(/^您好，/);
});
