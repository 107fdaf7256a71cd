// The demo street at true scale: which estate stands in which grid. Totals come from public reports of 2024 and 2025:
// 100 estates of which 25 courtyards, 1,324 stairwells, and 37 buildings with 168 stairwells in 帅府.
// Estate names are invented.

export type EstateStyle = 'walkup_2' | 'walkup_3' | 'midrise' | 'tower';

/** Floors, flats on a floor, and stairwells in one building (fewest and most). */
export const estateStyles: Readonly<
  Record<EstateStyle, { floors: number; flats: number; stairwells: readonly [number, number] }>
> = {
  walkup_2: { floors: 6, flats: 2, stairwells: [3, 5] },
  walkup_3: { floors: 6, flats: 3, stairwells: [3, 5] },
  midrise: { floors: 11, flats: 2, stairwells: [2, 4] },
  tower: { floors: 18, flats: 2, stairwells: [1, 2] },
};

export interface GridPlan {
  kind: 'estate' | 'courtyard' | 'no_housing';
  name: string;
  style: EstateStyle;
  /** Stairwells of each building, where they are known; otherwise the generator divides them. */
  buildings: readonly number[] | null;
}

export interface CommunityPlan {
  code: string;
  /** Stairwells of the estates without known buildings; null = share of what is left of the street. */
  stairwells: number | null;
  /** Share of further households whose members are in the register, beside those of the wardens. */
  sampled: number;
  /** In the order of the grid sequence. */
  grids: readonly GridPlan[];
}

const estate = (name: string, style: EstateStyle = 'walkup_2', buildings: readonly number[] | null = null) =>
  ({ kind: 'estate', name, style, buildings }) as const;
const courtyard = (name: string) =>
  ({ kind: 'courtyard', name, style: 'walkup_2', buildings: null }) as const;
const noHousing: GridPlan = { kind: 'no_housing', name: '', style: 'walkup_2', buildings: null };

const village = (code: string, name: string): CommunityPlan => ({
  code,
  stairwells: 24,
  sampled: 0,
  grids: [
    ...['东', '西', '南', '北', '中'].map((side) => courtyard(`${name}${side}巷院落`)),
    estate(`${name}新居`, 'walkup_3'),
  ],
});

export const streetPlan = {
  day: '2026-11-21',
  stairwells: 1_324,
  wardens: 1_403,
  householdsOfCourtyard: [24, 40],
  communities: [
    {
      code: '110112003001',
      stairwells: null,
      sampled: 0,
      grids: [
        courtyard('新华西街2号平房院'),
        courtyard('新华西街6号平房院'),
        estate('新华西街18号院', 'walkup_3'),
        estate('和顺里', 'midrise'),
        estate('槐荫家园'),
        estate('新颐苑', 'tower'),
      ],
    },
    {
      code: '110112003002',
      stairwells: null,
      sampled: 0.31,
      grids: [
        estate('中山街8号院', 'walkup_3'),
        estate('中山街12号院'),
        estate('文汇里', 'midrise'),
        estate('映翠苑', 'tower'),
        courtyard('中山街甲3号平房院'),
        courtyard('中山街甲5号平房院'),
      ],
    },
    {
      code: '110112003003',
      stairwells: null,
      sampled: 0,
      grids: [
        estate('复兴南里一区', 'walkup_3'),
        estate('复兴南里二区'),
        estate('复兴南里三区', 'walkup_3'),
        estate('宜和园', 'midrise'),
        estate('南里新居', 'midrise'),
        estate('叠翠庭', 'tower'),
      ],
    },
    {
      code: '110112003004',
      stairwells: null,
      sampled: 0,
      grids: [
        estate('桥东里'),
        estate('桥西里', 'walkup_3'),
        estate('柳岸家园', 'midrise'),
        estate('临河苑', 'midrise'),
        estate('石桥小区', 'walkup_3'),
        estate('观澜庭', 'tower'),
      ],
    },
    {
      code: '110112003005',
      stairwells: null,
      sampled: 0,
      grids: [
        courtyard('后南仓4号平房院'),
        courtyard('后南仓7号平房院'),
        courtyard('后南仓9号平房院'),
        estate('国泰家园', 'midrise'),
        estate('仓南里', 'walkup_3'),
        estate('粮仓小区'),
      ],
    },
    {
      code: '110112003007',
      stairwells: null,
      sampled: 0,
      grids: [
        estate('新城南里', 'walkup_3'),
        estate('云景台', 'tower'),
        estate('晨光里', 'midrise'),
        noHousing,
        estate('朗清园', 'midrise'),
        estate('知春小区'),
      ],
    },
    {
      code: '110112003009',
      stairwells: null,
      sampled: 0.37,
      grids: [
        estate('通惠南路15号院', 'walkup_2', [6, 5, 4]),
        estate('通惠南路17号院', 'walkup_2', [5, 5, 5]),
        estate('通惠南路19号院', 'walkup_2', [6, 4]),
        estate('通惠南路21号院', 'walkup_2', [5, 5, 5]),
        estate('通惠南路25号院', 'walkup_2', [5, 5]),
        estate('通惠南路27号院', 'walkup_2', [6, 6, 3]),
        estate('通惠南路29号院', 'walkup_2', [2, 2, 3, 2, 2, 2]),
        estate('通惠南路31号院', 'walkup_2', [4, 6]),
        estate('帅府东里', 'walkup_2', [6, 5, 4]),
        estate('帅府西里', 'walkup_2', [5, 5]),
        estate('帅府南里', 'walkup_2', [5, 6, 4]),
        estate('帅府北里', 'walkup_2', [6, 4]),
        estate('槐安小区', 'walkup_2', [5, 5, 5]),
      ],
    },
    {
      code: '110112003011',
      stairwells: null,
      sampled: 0,
      grids: [
        estate('玉带路11号院', 'walkup_3'),
        estate('玉带路15号院'),
        estate('玉桥里', 'walkup_3'),
        estate('清波园', 'midrise'),
        estate('银杏家园', 'midrise'),
        estate('玉澜府', 'tower'),
      ],
    },
    {
      code: '110112003012',
      stairwells: null,
      sampled: 0,
      grids: [
        courtyard('西关1号平房院'),
        courtyard('西关3号平房院'),
        courtyard('西关5号平房院'),
        estate('西关小区', 'walkup_3'),
        estate('西门里', 'midrise'),
        noHousing,
      ],
    },
    {
      code: '110112003014',
      stairwells: null,
      sampled: 0,
      grids: [
        estate('长桥园一区', 'walkup_3'),
        estate('长桥园二区', 'walkup_3'),
        estate('长桥园三区'),
        estate('听荷苑', 'midrise'),
        estate('望桥里', 'midrise'),
        estate('长虹庭', 'tower'),
      ],
    },
    {
      code: '110112003016',
      stairwells: null,
      sampled: 0,
      grids: [
        estate('果园西14号院', 'walkup_3'),
        estate('果园西16号院'),
        estate('梨香里', 'walkup_3'),
        estate('杏坛家园', 'midrise'),
        estate('海棠园', 'midrise'),
        estate('秋实庭', 'tower'),
      ],
    },
    {
      code: '110112003018',
      stairwells: null,
      sampled: 0,
      grids: [
        estate('滨惠里', 'midrise'),
        noHousing,
        estate('南三街小区', 'walkup_3'),
        estate('惠风园', 'midrise'),
        estate('岸芷家园'),
        estate('滨江庭', 'tower'),
      ],
    },
    {
      code: '110112003022',
      stairwells: null,
      sampled: 0,
      grids: [
        estate('官园东里', 'walkup_3'),
        estate('官园西里'),
        estate('官园新居', 'walkup_3'),
        estate('紫藤苑', 'midrise'),
        estate('静安里', 'midrise'),
        estate('丹枫庭', 'tower'),
      ],
    },
    village('110112003901', '示意村1'),
    village('110112003902', '示意村2'),
    village('110112003903', '示意村3'),
  ] satisfies CommunityPlan[] as readonly CommunityPlan[],
} as const;

/** The grid whose register is complete, as the courtyard steward keeps it. */
export const fullySampledGrid = '110112003009007';
