// Hotline orders as a city exports them, as CSV, made row by row from a fixed rule; every caller is invented.
import { details, troubles } from '../cases/words.ts';
import { nameOf, phoneOf } from '../people/sheets.ts';

const categories = [
  '物业管理>停车管理',
  '市容环卫>暴露垃圾',
  '供热',
  '公共安全>楼道堆物',
  '环境保护>噪声',
  '其他',
];

/** Every tenth order without a date, every seventh without a place of its own, one in twenty finished already. */
export function* orderSheet(size: number, places: readonly string[]): Generator<string> {
  yield '工单编号 ,受理时间,诉求标题,工单类型,事项分类,市民诉求,事发地点,姓名,联系电话,办理期限,办结时间,处理状态,坐席号\r\n';
  for (let index = 0; index < size; index++) {
    const trouble = troubles[index % troubles.length];
    const detail = details[Math.floor(index / troubles.length) % details.length];
    const place = places[index % places.length];
    const number = `01261119${String(index).padStart(11, '0')}`;
    const received = `2026-11-${String(10 + (index % 9)).padStart(2, '0')} ${String(8 + (index % 10)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
    const spoken = index % 7 === 0 ? '' : `${place}${1 + (index % 6)}单元${101 + (index % 900)}室`;
    const cells = [
      number,
      received,
      trouble,
      index % 5 === 0 ? '投诉' : '求助',
      categories[index % categories.length],
      `"地址：${place}。\n事项：${trouble}，${detail}。"`,
      spoken,
      nameOf(index),
      phoneOf(index),
      index % 10 === 0 ? '' : '2026-11-27 18:00',
      index % 20 === 19 ? '2026-11-20 10:00:00' : '',
      '待派遣',
      `ZX${index % 40}`,
    ];
    yield `${cells.join(',')}\r\n`;
  }
}
