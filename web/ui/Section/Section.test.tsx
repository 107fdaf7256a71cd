import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { sectionExamples as examples } from './Section.examples.tsx';

test('each label is tied to its value', () => {
  expect(htmlOf(examples.facts)).toMatch(/<dt>地点<\/dt><dd>通惠南路29号院 3号楼3单元二层<\/dd>/);
});
