import { describe, expect, test } from 'vitest';
import { ageOn } from '#kernel/calendar/time.ts';
import {
  bornBetween,
  changedFields,
  childFault,
  isChild,
  isMinor,
  personFault,
  roomOrder,
  shownTags,
} from './rules.ts';

const today = '2026-11-21';
const nothing = { bornOn: null, idNumber: null, careTags: [], householdId: null, relation: null };

describe('age', () => {
  test.each([
    ['2012-11-21', 14, false, true],
    ['2012-11-22', 13, true, true],
    ['2008-11-21', 18, false, false],
    ['2008-11-22', 17, false, true],
    ['1946-11-21', 80, false, false],
    ['2026-11-21', 0, true, true],
  ])('born on %s is %i today', (bornOn, age, child, minor) => {
    expect(ageOn(today, bornOn)).toBe(age);
    expect(isChild(today, bornOn)).toBe(child);
    expect(isMinor(today, bornOn)).toBe(minor);
  });

  test('somebody without a day of birth is taken for an adult', () => {
    expect(isChild(today, null)).toBe(false);
    expect(isMinor(today, null)).toBe(false);
  });

  test.each([
    ['under_14', '2012-11-22', null],
    ['under_18', '2008-11-22', null],
    ['over_60', null, '1966-11-21'],
    ['over_80', null, '1946-11-21'],
  ] as const)('the band %s agrees with the age', (band, from, to) => {
    expect(bornBetween(band, today)).toEqual({ from, to });
  });

  test('a leap day counts in years without one', () => {
    expect(bornBetween('over_80', '2028-02-29')).toEqual({ from: null, to: '1948-02-29' });
    expect(bornBetween('under_14', '2028-02-29').from).toBe('2014-03-01');
  });

  test('the tag of age is read from the day of birth, never stored', () => {
    expect(shownTags(['lives_alone', 'aged_80'], 79)).toEqual(['lives_alone']);
    expect(shownTags(['lives_alone'], 80)).toEqual(['aged_80', 'lives_alone']);
    expect(shownTags(['lives_alone'], null)).toEqual(['lives_alone']);
  });
});

describe('what may be kept about a person', () => {
  test.each([
    ['a wrong last figure', { ...nothing, idNumber: '110105194912310021' }, 'id_number.checksum'],
    ['a short number', { ...nothing, idNumber: '110105194912' }, 'id_number.length'],
    [
      'another day of birth than the paper says',
      { ...nothing, idNumber: '11010519491231002X', bornOn: '1950-01-01' },
      'person.born_on_differs',
    ],
    ['a birth to come', { ...nothing, bornOn: '2026-11-22' }, 'person.born_in_future'],
    [
      'the health of a child',
      { ...nothing, bornOn: '2020-01-01', careTags: ['disabled'] as const },
      'person.no_health_tags_for_children',
    ],
    [
      'a relation to nobody',
      { ...nothing, relation: 'spouse' as const },
      'person.relation_without_household',
    ],
  ])('%s is refused', (_, facts, code) => {
    expect(personFault(facts, today)?.code).toBe(code);
  });

  test('a paper in order, and the health of an adult, are kept', () => {
    expect(personFault({ ...nothing, idNumber: '11010519491231002X' }, today)).toBeNull();
    expect(personFault({ ...nothing, bornOn: '1990-01-01', careTags: ['disabled'] }, today)).toBeNull();
  });
});

describe('a child under 14', () => {
  const child = { bornOn: '2018-03-09' };
  const mother = { named: true, bornOn: '1988-05-06', active: true };
  test.each([
    ['nobody', { named: false, bornOn: null, active: false }, true, 'person.guardian_missing'],
    ['somebody unknown', { named: true, bornOn: null, active: false }, true, 'person.guardian_unknown'],
    ['a minor', { named: true, bornOn: '2010-01-01', active: true }, true, 'person.guardian_minor'],
    ['a mother who was not asked', mother, false, 'person.guardian_consent_missing'],
  ])('with %s as guardian is refused', (_, guardian, given, code) => {
    expect(childFault(child, guardian, { given }, today)?.code).toBe(code);
  });

  test('with a guardian who consented is entered', () => {
    expect(childFault(child, mother, { given: true }, today)).toBeNull();
  });

  test('at 14 years none of this is asked', () => {
    const nobody = { named: false, bornOn: null, active: false };
    expect(childFault({ bornOn: '2012-11-21' }, nobody, { given: false }, today)).toBeNull();
  });
});

test('doors stand in the order people walk past them', () => {
  const rooms = ['1002', '101', '2', '10', 'B1-3', 'b1-12', '１０３'];
  expect(rooms.toSorted((a, b) => (roomOrder(a) < roomOrder(b) ? -1 : 1))).toEqual([
    '2',
    '10',
    '101',
    '１０３',
    '1002',
    'B1-3',
    'b1-12',
  ]);
});

test('only what differs is a change', () => {
  expect(changedFields({ a: 1, b: [1], c: 'x' }, { a: 1, b: [2], c: undefined })).toEqual(['b']);
});
