import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryKeywords } from '#contract/cases/paste/words.ts';
import { matters } from '../../../../packs/matters.ts';
import { categoryOf, urgencyOf } from './category.ts';
import { parseChat } from './chat.ts';
import { draftCases, phonesIn } from './drafts.ts';
import { type GazetteerPlace, gazetteerOf } from './match.ts';

const today = '2026-11-21';

function place(level: GazetteerPlace['level'], path: string, name: string): GazetteerPlace {
  return { areaId: path, level, path, name, aliases: [] };
}

const gazetteer = gazetteerOf([
  place('estate', '/s/c/g/e/', '和顺里'),
  ...[1, 2, 3].flatMap((number) => [
    place('building', `/s/c/g/e/B${number}/`, `${number}号楼`),
    ...[1, 2, 3].map((unit) =>
      place('entrance', `/s/c/g/e/B${number}/U${unit}/`, `${number}号楼${unit}单元`),
    ),
  ]),
]);

const read = (text: string) => draftCases(parseChat(text, { today }), gazetteer);

/** A paste and, for each case in it: category, urgency, place, how many messages; then how many are no case. */
const samples: readonly (readonly [
  string,
  readonly (readonly [string | null, string, string | null, number])[],
  number,
])[] = [
  ['3号楼2单元楼道灯不亮', [['物业管理/物业服务', 'ordinary', '/s/c/g/e/B3/U2/', 1]], 0],
  ['和顺里1号楼停水了，13812345678', [['公共服务/供水', 'livelihood', '/s/c/g/e/B1/', 1]], 0],
  ['您好', [[null, 'ordinary', null, 1]], 0],
  ['地址：和顺里2号楼\n事项：单元门打不开', [['物业管理/物业服务', 'ordinary', '/s/c/g/e/B2/', 1]], 0],
  [
    '2026-11-20 19:10 张三\n3号楼2单元楼道灯不亮\n2026-11-20 19:11 李四\n收到',
    [['物业管理/物业服务', 'ordinary', '/s/c/g/e/B3/U2/', 1]],
    1,
  ],
  [
    '张三 2026/11/20 19:10:05\n1号楼暖气不热\n\n张三 2026/11/20 19:10:40\n[图片]\n',
    [['公共服务/供暖', 'livelihood', '/s/c/g/e/B1/', 2]],
    0,
  ],
  [
    '张三:\n2号楼1单元垃圾没人清运\n李四:\n我也看到了',
    [['市容环卫/垃圾清运', 'ordinary', '/s/c/g/e/B2/U1/', 1]],
    1,
  ],
  ['张三：2号楼3单元有燃气味\n李四：快打电话', [['公共服务/供气', 'critical', '/s/c/g/e/B2/U3/', 1]], 1],
  [
    '—— 11月20日 19:10 ——\n张三:\n1号楼2单元漏水\n—— 11月20日 20:10 ——\n李四:\n早点休息',
    [['住房/房屋漏雨', 'livelihood', '/s/c/g/e/B1/U2/', 1]],
    3,
  ],
  [
    '张三 19:10\n3号楼1单元\n张三 19:11\n门禁坏了',
    [['物业管理/物业服务', 'ordinary', '/s/c/g/e/B3/U1/', 2]],
    0,
  ],
  [
    '张三 19:10\n3号楼1单元门禁坏了\n李四 19:11\n1号楼停电了\n张三 19:12\n电话13912345678',
    [
      ['物业管理/物业服务', 'ordinary', '/s/c/g/e/B3/U1/', 2],
      ['公共服务/供电', 'livelihood', '/s/c/g/e/B1/', 1],
    ],
    0,
  ],
  [
    '张三 19:10\n3号楼1单元门禁坏了\n张三 19:11\n还有2号楼有人飞线充电',
    [
      ['物业管理/物业服务', 'ordinary', '/s/c/g/e/B3/U1/', 1],
      ['公共安全/飞线充电', 'ordinary', '/s/c/g/e/B2/', 1],
    ],
    0,
  ],
  ['"张三"撤回了一条消息\n张三:\n早上好', [[null, 'ordinary', null, 1]], 1],
  ['李四加入了群聊\n张三 08:00\n大家早上好[太阳]\n王五 08:01\n早🌞', [], 3],
  ['张三 08:00\n@物业小刘 3号楼电梯困人了，快来', [['物业管理/电梯', 'critical', '/s/c/g/e/B3/', 1]], 0],
  [
    '张三 08:00\n「李四：1号楼楼道堆物」\n- - - - - -\n同意，希望清理\n王五 08:02\n1号楼楼道堆满了杂物，能不能清一下',
    [['公共安全/楼道堆物', 'ordinary', '/s/c/g/e/B1/', 1]],
    1,
  ],
  ['2-3-501李姐 08:00\n暖气不热', [['公共服务/供暖', 'livelihood', '/s/c/g/e/B2/U3/', 1]], 0],
  ['张三 08:00\n谢谢物业，3号楼电梯修好了\n李四 08:01\n👍👍', [], 2],
  [
    '昨天 下午3:20 张三\n2号楼1单元下水堵了\n[语音]',
    [['物业管理/物业服务', 'ordinary', '/s/c/g/e/B2/U1/', 1]],
    0,
  ],
  [
    '张三 08:00\n2号楼井盖坏了😡😡😡\r\n[图片][图片]\r\n',
    [['公共安全/井盖', 'livelihood', '/s/c/g/e/B2/', 1]],
    0,
  ],
  [
    '张三 08:00\n2号楼1单元漏水\n张三 12:00\n2号楼1单元漏水',
    [
      ['住房/房屋漏雨', 'livelihood', '/s/c/g/e/B2/U1/', 1],
      ['住房/房屋漏雨', 'livelihood', '/s/c/g/e/B2/U1/', 1],
    ],
    0,
  ],
  ['张三 08:00\n5号楼有人遛狗不牵绳\n李四 08:01\n是啊', [['社会秩序/养犬', 'ordinary', null, 1]], 1],
  ['', [], 0],
];

describe('a pasted chat', () => {
  it.each(samples)('%j', (text, cases, chatter) => {
    const found = read(text);
    expect(
      found.drafts.map(({ category, urgency, place: { candidates }, messages }) => [
        category?.code ?? null,
        urgency,
        candidates[0]?.path ?? null,
        messages.length,
      ]),
    ).toEqual(cases);
    expect(found.chatter).toHaveLength(chatter);
  });

  it('is tried on twenty and more', () => {
    expect(samples.length).toBeGreaterThanOrEqual(20);
  });

  it.each(samples)('loses nothing: %j', (text) => {
    const messages = parseChat(text, { today });
    expect(messages.map(({ raw }) => raw).join('')).toBe(text);
    const { drafts, chatter } = draftCases(messages, gazetteer);
    const seen = [...drafts.flatMap((draft) => draft.messages), ...chatter].sort((one, other) => one - other);
    expect(seen).toEqual(messages.map((_, index) => index));
    for (const draft of drafts)
      expect(draft.original).toBe(draft.messages.map((index) => messages[index]?.raw).join(''));
  });

  it('loses nothing of any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '张三 19:10\n',
        '李四:',
        '2026-11-20 19:10 王五\n',
        '—— 11月20日 ——\n',
        '3号楼2单元',
        '漏水',
        '[图片]',
        '「',
        '」',
        '@',
        '撤回了一条消息\n',
        '🌞',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const messages = parseChat(text, { today });
        expect(messages.map(({ raw }) => raw).join('')).toBe(text);
        const { drafts, chatter } = draftCases(messages, gazetteer);
        expect(drafts.flatMap((draft) => draft.messages).length + chatter.length).toBe(messages.length);
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  it('tells who and when', () => {
    const at = (text: string) => parseChat(text, { today }).map(({ who, when }) => [who, when]);
    expect(at('2026-11-20 19:10 张三\n在吗')).toEqual([['张三', '2026-11-20T19:10']]);
    expect(at('张三 2026/11/20 19:10:05\n在吗')).toEqual([['张三', '2026-11-20T19:10']]);
    expect(at('张三 12月25日 8:05\n在吗')).toEqual([['张三', '2025-12-25T08:05']]);
    expect(at('昨天 下午3:20 张三\n在吗')).toEqual([['张三', '2026-11-20T15:20']]);
    expect(at('—— 11月20日 19:10 ——\n张三:\n在吗')[1]).toEqual(['张三', '2026-11-20T19:10']);
    expect(at('在吗')).toEqual([[null, null]]);
    expect(at('2026-13-45 25:61 张三\n在吗')).toEqual([[null, null]]);
  });

  it('reads marks, calls and quotations apart from the words', () => {
    const [message] = parseChat('张三 19:10\n「李四：灯坏了」\n- - - - -\n@物业小刘 看一下[图片][微笑]', {
      today,
    });
    expect(message).toMatchObject({
      text: '看一下',
      media: ['photo'],
      mentions: ['物业小刘'],
      quotes: ['李四：灯坏了'],
    });
  });

  it('takes no field of a form for a name', () => {
    expect(parseChat('联系电话：13812345678', { today })[0]?.who).toBeNull();
  });

  it('fills title, door and telephone', () => {
    const [draft] = read('张三 19:10\n和顺里3号楼2单元501楼道灯不亮，电话13812345678').drafts;
    expect(draft).toMatchObject({
      title: '和顺里3号楼2单元 楼道灯不亮',
      phones: ['13812345678'],
      address: { room: '501' },
      place: { outcome: 'one' },
      category: { words: ['楼道灯', '灯不亮'] },
    });
  });

  it('says when the name in the chat gave the door', () => {
    expect(read('2-3-501李姐 08:00\n暖气不热').drafts[0]?.placeFromName).toBe(true);
  });

  it('is read in well under a second when long', () => {
    const long = '张三 19:10\n3号楼2单元楼道灯不亮\n李四 19:11\n收到\n'.repeat(2_000);
    const messages = parseChat(long, { today });
    expect(messages).toHaveLength(4_000);
  });

  it.each(['[', '「', '里', '三', '1 ', '@'])('is bounded when it is nothing but %j', (mark) => {
    const messages = parseChat(mark.repeat(20_000), { today });
    expect(draftCases(messages, gazetteer).drafts).toHaveLength(1);
  });
});

describe('words that tell', () => {
  it('name matters of the tree every street starts with', () => {
    const names = new Map(matters.map(({ code, name }) => [code, name]));
    const paths = new Set(matters.map(({ name, parentCode }) => `${names.get(parentCode ?? '')}/${name}`));
    expect(Object.keys(categoryKeywords).filter((path) => !paths.has(path))).toEqual([]);
  });

  it('nothing suggests nothing', () => {
    expect(categoryOf('早上好')).toBeNull();
    expect(urgencyOf('早上好')).toEqual({ urgency: 'ordinary', urgencyWords: [] });
  });

  it('danger goes before discomfort', () => {
    expect(urgencyOf('停电了，有人困在电梯里')).toEqual({ urgency: 'critical', urgencyWords: ['困在'] });
  });

  it('numbers of telephones in any dress, each once', () => {
    expect(phonesIn('１３８１２３４５６７８ 或 138-1234-5678，座机010-69521234，3号楼')).toEqual([
      '13812345678',
      '01069521234',
    ]);
  });
});
