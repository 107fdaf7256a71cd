import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { buttonExamples as examples } from './Button.examples.tsx';
import { Button } from './Button.tsx';

test('a button that cannot be used says why', () => {
  const html = htmlOf(examples['cannot be used']);
  expect(html).toContain('disabled=""');
  expect(html).toContain('还没有核查结果，不能办结');
});

test('a busy button keeps its word for the width and says what it does', () => {
  const html = htmlOf(examples.busy);
  expect(html).toContain('aria-busy="true"');
  expect(html).toMatch(/jia-button-hidden">提交<.*正在提交…/);
});

test('a call is a link to the number', () => {
  expect(htmlOf(examples.call)).toMatch(/^<a [^>]*href="tel:12345"/);
});

test('a link that may not be followed is no link', () => {
  expect(
    renderToStaticMarkup(
      <Button href="tel:1" reason="不在您的网格">
        打
      </Button>,
    ),
  ).not.toContain('href');
});
