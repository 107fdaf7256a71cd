import { expect, test } from 'vitest';
import { htmlFor } from './shells.ts';
import { filesOf } from './shellWorkers.ts';

test.each([
  ['/', 'index.html'],
  ['/demo', 'index.html'],
  ['/m', 'web/apps/resident/index.html'],
  ['/m/mine', 'web/apps/resident/index.html'],
  ['/g/households/1', 'web/apps/field/index.html'],
  ['/a/', 'web/apps/desk/index.html'],
  ['/s/month', 'web/apps/merchant/index.html'],
  ['/map', 'index.html'],
  ['/api', 'index.html'],
])('%s is answered by %s', (path, html) => {
  expect(htmlFor(path)).toBe(html);
});

const chunk = (name: string, rest: object = {}) => ({
  type: 'chunk',
  name,
  fileName: `assets/${name}.js`,
  isEntry: false,
  imports: [],
  dynamicImports: [],
  viteMetadata: { importedCss: new Set([`assets/${name}.css`]) },
  ...rest,
});

test('a worker keeps what its shell can reach, also lazily, and nothing of the others', () => {
  const bundle = {
    'assets/resident.js': chunk('resident', {
      isEntry: true,
      imports: ['assets/shared.js'],
      dynamicImports: ['assets/mine.js'],
    }),
    'assets/desk.js': chunk('desk', { isEntry: true, imports: ['assets/shared.js', 'assets/antd.js'] }),
    'assets/shared.js': chunk('shared'),
    'assets/mine.js': chunk('mine', { imports: ['assets/shared.js'] }),
    'assets/antd.js': chunk('antd'),
  };
  const files = filesOf(bundle as never, 'resident');
  expect(files).toContain('/assets/mine.js');
  expect(files).toContain('/assets/shared.css');
  expect(files.filter((file) => /desk|antd/.test(file))).toEqual([]);
});
