import { describe, expect, it } from 'vitest';
import { safetyAlarms } from './alarms.ts';

const alarmsIn = (text: string) => safetyAlarms(text).map(({ alarm }) => alarm);

describe('a safety alarm', () => {
  it.each([
    ['楼道里有燃气泄漏，味道很大', 'gas'],
    ['地下车库起火了', 'fire'],
    ['有人从五楼坠落', 'fall'],
    ['孩子摸路灯杆触电', 'electricity'],
    ['我妈被困在电梯里', 'trapped'],
    ['他说要自杀', 'self_harm'],
    ['邻居持刀威胁', 'violence'],
    ['围墙倒塌压了车', 'collapse'],
    ['充电的电池爆炸', 'explosion'],
    ['有个小孩落水', 'water'],
    ['老人昏迷在家', 'medical'],
    ['老人走失两个小时', 'missing'],
  ])('hears "%s"', (text, alarm) => {
    expect(alarmsIn(text)).toContain(alarm);
  });

  it('hears a word that a blank, a newline or full width breaks', () => {
    expect(alarmsIn('燃气 泄\n漏')).toEqual(['gas']);
  });

  it('names every danger once, with the word as written', () => {
    expect(safetyAlarms('着火了，火灾，有人被困')).toEqual([
      { alarm: 'fire', word: '着火' },
      { alarm: 'trapped', word: '被困' },
    ]);
  });

  it.each([
    '建议社区组织消防演练和防溺水宣传',
    '楼顶落水管堵了',
    '贫困人口怎么申请补助',
    '希望预防煤气中毒',
    '',
  ])('keeps quiet at "%s"', (text) => {
    expect(alarmsIn(text)).toEqual([]);
  });

  it('still hears the danger beside talk of prevention', () => {
    expect(alarmsIn('上周才做过消防演练，今天真的起火了')).toEqual(['fire']);
  });
});
