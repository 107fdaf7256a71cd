import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DeskFrame } from './DeskFrame.tsx';

const menu = [
  {
    path: '/persons',
    word: '基础数据',
    icon: 'data',
    pages: [
      { path: '/persons', word: '居民' },
      { path: '/households', word: '住户' },
    ],
  },
  { path: '/posts', word: '任职', icon: 'badge', pages: [{ path: '/posts', word: '任职' }] },
] as const;

const frame = (current: string) =>
  renderToStaticMarkup(
    <DeskFrame
      menu={menu}
      current={current}
      user={{ name: '沈岚', post: '派单员', onPress: () => {} }}
      link={(to, content, className, isCurrent) => (
        <a key={to.path} href={to.path} className={className} aria-current={isCurrent ? 'page' : undefined}>
          {content}
        </a>
      )}
    >
      工作
    </DeskFrame>,
  );

test('the place of an inner page is open, and its pages stand beside the title', () => {
  const html = frame('/households/42');
  expect(html).toContain('<h1>基础数据</h1>');
  expect(html).toMatch(/href="\/households"[^>]*aria-current="page"/);
});

test('a place with one page does not repeat itself', () => {
  expect(frame('/posts')).not.toContain('jia-desk-page"');
});

test('a path that only begins alike is another place', () => {
  expect(frame('/postscript')).toContain('<h1></h1>');
});
