import { describe, expect, it } from 'vitest';
import { type Classifier, suggest, train } from './classifier.ts';
import type { Lesson } from './message.ts';
import { randomStream } from './random.ts';
import { restore, save } from './saved.ts';

/** Invented: what happened, by the category that the street put it in. */
const matters: Record<string, readonly string[]> = {
  供热: ['暖气一直不热', '供暖管道漏水', '暖气片冰凉', '热力公司没有打压试水', '室内温度只有十四度'],
  停车: ['停车位被人占了', '地锁私自安装', '车辆堵住消防通道', '停车费涨得太快', '外来车辆乱停乱放'],
  噪声: ['夜里装修很吵', '广场舞音响太大', '楼上拖椅子响到半夜', '施工噪音扰民', '酒吧音乐吵得睡不着'],
};
const openings = ['您好，', '请问一下，', '我是本楼居民，', '麻烦社区看看，', '多次反映过，'];
const endings = ['希望尽快处理。', '请给个答复。', '老人和孩子受不了。', '物业说不归他们管。', '谢谢。'];

function lessons(count: number): Lesson[] {
  const random = randomStream(11);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, place) => {
    const label = pick(Object.keys(matters));
    const told = pick(matters[label] ?? []);
    return { label, text: `${pick(openings)}${told}，${pick(endings)}`, group: `group ${place % 40}` };
  });
}

const learned = train(lessons(240)) as Classifier;

describe('a suggestion', () => {
  it('names the category of a message that it had not seen', () => {
    const { suggestions, askPerson } = suggest(learned, { text: '家里暖气不热，孩子冻得慌，尽快来人吧' });
    expect(suggestions[0]?.label).toBe('供热');
    expect(suggestions[0]?.confidence).toBeGreaterThan(learned.judgement.sureFrom);
    expect(askPerson).toBe(false);
  });

  it('says which words moved it, not the courtesies around them', () => {
    const [best] = suggest(learned, { text: '您好，请问一下，小区里停车位被占，谢谢。' }).suggestions;
    expect(best?.label).toBe('停车');
    expect(best?.reasons[0]).toContain('停车位');
    expect(best?.reasons.join()).not.toMatch(/您好|谢谢/);
  });

  it('reads the subject as well', () => {
    const { suggestions } = suggest(learned, { subject: '施工噪音', text: '请给个答复。' });
    expect(suggestions[0]?.label).toBe('噪声');
    expect(suggestions[0]?.reasons[0]).toContain('噪音');
  });

  it('offers three at most, the surest first, and their confidence adds up to at most 1', () => {
    const { suggestions } = suggest(learned, { text: '停车场夜里施工，暖气也停了' });
    const confidences = suggestions.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    expect(confidences).toHaveLength(3);
    expect(confidences.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('asks a person when the message holds nothing known', () => {
    for (const text of ['', '12345 http://a.b/c', '👍👍👍', '鼋鼍鳖蝣'])
      expect(suggest(learned, { text })).toEqual({ suggestions: [], askPerson: true });
  });

  it('asks a person when two categories fit', () => {
    const { askPerson, suggestions } = suggest(learned, { text: '麻烦社区看看，物业说不归他们管' });
    expect(suggestions[0]?.confidence).toBeLessThan(learned.judgement.sureFrom);
    expect(askPerson).toBe(true);
  });

  it('bears a message of a million characters', () => {
    expect(suggest(learned, { text: '停车位'.repeat(333_333) }).suggestions[0]?.label).toBe('停车');
  });
});

describe('training', () => {
  it('gives the same classifier for the same lessons', () => {
    expect(Buffer.from(save(train(lessons(60)) as Classifier))).toEqual(
      Buffer.from(save(train(lessons(60)) as Classifier)),
    );
  });

  it('learns from a correction', () => {
    const text = '共享单车堆在楼门口';
    const corrected = Array.from({ length: 8 }, (_, place) => ({
      text: `${text}，第${'一二三四五六七八'[place]}次了`,
      label: '单车',
      group: `correction ${place}`,
    }));
    expect(suggest(learned, { text }).suggestions[0]?.label).not.toBe('单车');
    const relearned = train([...lessons(240), ...corrected]) as Classifier;
    expect(suggest(relearned, { text }).suggestions[0]?.label).toBe('单车');
  });

  it('waits until two categories have five lessons each', () => {
    expect(train([])).toBeNull();
    expect(train(lessons(240).filter(({ label }) => label === '停车'))).toBeNull();
    const few = train([...lessons(60), { label: '稀有', text: '只来过一次' }]) as Classifier;
    expect(few.labels).not.toContain('稀有');
  });

  it('judges itself on messages whose group it had not seen', () => {
    // Every text twice under one group, labels at random: whoever peeks at the twin would look good.
    const random = randomStream(3);
    const letters = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒';
    const text = () =>
      Array.from({ length: 12 }, () => letters[Math.floor(random() * letters.length)]).join('');
    const noise = Array.from({ length: 100 }, (_, place) => {
      const twin = { text: text(), label: random() < 0.5 ? '左' : '右', group: `twins ${place}` };
      return [twin, twin];
    }).flat();
    expect(train(noise)?.judgement.accuracy).toBeLessThan(0.65);
  });
});

describe('a saved classifier', () => {
  it('answers as before', () => {
    const restored = restore(save(learned)) as Classifier;
    for (const { text } of lessons(20))
      expect(suggest(restored, { text })).toEqual(suggest(learned, { text }));
    expect(restored).toEqual(learned);
  });

  it('is refused when it is cut short, of another version or something else', () => {
    const bytes = save(learned);
    expect(restore(bytes.subarray(0, bytes.length - 1))).toBeNull();
    expect(restore(Buffer.from('{"version":0,"arrays":[]}\n'))).toBeNull();
    expect(restore(Buffer.from('[]\n'))).toBeNull();
    expect(restore(new Uint8Array(0))).toBeNull();
  });
});
