import { describe, expect, it } from 'vitest';
import { parseAddress } from './address.ts';
import { type GazetteerPlace, gazetteerOf, matchAddress } from './match.ts';
import { spokenInside } from './place.ts';

function place(
  level: GazetteerPlace['level'],
  path: string,
  name: string,
  ...aliases: string[]
): GazetteerPlace {
  return { areaId: path, level, path, name, aliases };
}

function building(path: string, number: number, units: number): GazetteerPlace[] {
  const roof = `${path}B${number}/`;
  return [
    place('building', roof, `${number}号楼`, ...(path === '/s/c1/g1/e1/' && number === 2 ? ['小白楼'] : [])),
    ...Array.from({ length: units }, (_, index) =>
      place('entrance', `${roof}U${index + 1}/`, `${number}号楼${index + 1}单元`),
    ),
  ];
}

const places = [
  place('street', '/s/', '示意街道'),
  place('community', '/s/c1/', '帅府社区'),
  place('community', '/s/c2/', '西关社区'),
  place('estate', '/s/c1/g1/e1/', '和顺里小区', '和顺里', '29号院'),
  ...building('/s/c1/g1/e1/', 1, 2),
  ...building('/s/c1/g1/e1/', 2, 3),
  place('estate', '/s/c2/g1/e2/', '新华西街18号院'),
  ...building('/s/c2/g1/e2/', 1, 2),
  ...building('/s/c2/g1/e2/', 3, 3),
  place('estate', '/s/c2/g2/e3/', '新华西街8号院'),
  place('estate', '/s/c2/g3/e4/', '复兴南里二区'),
  ...building('/s/c2/g3/e4/', 4, 1),
];
const gazetteer = gazetteerOf(places);
const match = (text: string) => matchAddress(parseAddress(text), gazetteer);

describe('an address without a certain place', () => {
  it('is nowhere when nothing fits', () => {
    expect(match('楼道灯不亮')).toEqual({ outcome: 'none', candidates: [], fitting: 0 });
    expect(match('9号楼')).toMatchObject({ outcome: 'none' });
  });

  it('stays several when several fit', () => {
    const found = match('1号楼2单元');
    expect(found).toMatchObject({ outcome: 'ambiguous', fitting: 2 });
    expect(found.candidates.map(({ path }) => path)).toEqual(['/s/c1/g1/e1/B1/U2/', '/s/c2/g1/e2/B1/U2/']);
    expect(found.candidates[0]?.confidence).toBeLessThan(0.5);
  });

  it('says what the register lacks', () => {
    const found = match('和顺里2号楼7单元');
    expect(found.outcome).toBe('ambiguous');
    expect(found.candidates[0]).toMatchObject({ path: '/s/c1/g1/e1/B2/', missing: ['unit'] });
    expect(match('和顺里9号楼').candidates[0]).toMatchObject({ level: 'estate', missing: ['building'] });
  });

  it('does not pass over an estate it does not know', () => {
    const found = match('桃花苑2号楼3单元');
    expect(found.outcome).toBe('ambiguous');
    expect(found.candidates[0]).toMatchObject({ path: '/s/c1/g1/e1/B2/U3/', missing: ['estate'] });
    expect(found.candidates[0]?.confidence).toBeLessThanOrEqual(0.4);
  });

  it('stays open when two doors are named', () => {
    expect(match('和顺里1号楼和2号楼都停水').outcome).toBe('ambiguous');
  });
});

describe('an address with one place', () => {
  it.each([
    ['和顺里2号楼3单元501', '/s/c1/g1/e1/B2/U3/'],
    ['和顺里小区二号楼三单元', '/s/c1/g1/e1/B2/U3/'],
    ['29号院2-3-501', '/s/c1/g1/e1/B2/U3/'],
    ['帅府社区1号楼2单元', '/s/c1/g1/e1/B1/U2/'],
    ['帅府社区和顺里1号楼', '/s/c1/g1/e1/B1/'],
    ['新华西街18号院3号楼2单元', '/s/c2/g1/e2/B3/U2/'],
    ['新华西街十八号院3号楼', '/s/c2/g1/e2/B3/'],
    ['新华西街18号3号楼', '/s/c2/g1/e2/B3/'],
    ['新华西街8号院', '/s/c2/g2/e3/'],
    ['复兴南里2区4号楼1单元', '/s/c2/g3/e4/B4/U1/'],
    ['小白楼3单元灯不亮', '/s/c1/g1/e1/B2/U3/'],
    ['西关社区', '/s/c2/'],
    ['3号楼1单元', '/s/c2/g1/e2/B3/U1/'],
    ['和顺里东门', '/s/c1/g1/e1/'],
  ])('%s', (text, path) => {
    const found = match(text);
    expect(found.candidates[0]?.path).toBe(path);
    expect(found.outcome).toBe('one');
  });

  it('says which words spoke for it', () => {
    expect(match('和顺里2号楼3单元').candidates[0]).toMatchObject({
      matched: ['和顺里', '2号楼', '3单元'],
      missing: [],
    });
  });

  it('trusts a name more than a number alone', () => {
    const [named] = match('新华西街18号院3号楼').candidates;
    const [numbered] = match('3号楼').candidates;
    expect(named?.confidence).toBeGreaterThan(0.9);
    expect(numbered?.confidence).toBeLessThan(0.8);
  });
});

it('a gate named after its courtyard is not said twice', () => {
  const chain = [
    { level: 'grid', name: '第2网格' },
    { level: 'estate', name: '新华西街6号平房院' },
    { level: 'entrance', name: '新华西街6号平房院东便门' },
  ] as const;
  expect(chain.reduce(spokenInside, '')).toBe('新华西街6号平房院东便门');
});
