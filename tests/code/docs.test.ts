import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, root } from './sources.ts';

const folders = ['contract', 'server', 'web', 'packs', 'demo', 'tests', 'bench', 'bin', 'docs', 'migrations'];
const files = filesBelow('.', /\.md$/).filter((path) => !/^(node_modules|dist|data|\.\w+)\//.test(path));

/** What a page names and the repository does not have: links, paths in backticks, npm scripts. */
function faultsIn(path: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) =>
    join(dirname(path), link),
  );
  const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);
  const paths = named.filter(
    (name) => folders.some((folder) => name.startsWith(`${folder}/`)) && !/[<>*:…]/.test(name),
  );
  const scripts = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name);
  const known = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts as Record<
    string,
    string
  >;
  return [
    ...[...links, ...paths]
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${path}: no ${target}`),
    ...scripts.filter((name) => !(name in known)).map((name) => `${path}: no script ${name}`),
    ...(/(^|[\s`(])\/(work|tmp|home|root)\//m.test(text) ? [`${path}: a path of one machine`] : []),
  ];
}

describe('the documents', () => {
  it('name only what is there', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((path) => faultsIn(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it.each([
    ['[a](gone.md)', 'no docs/gone.md'],
    ['see `server/kernel/gone.ts`', 'no server/kernel/gone.ts'],
    ['run `npm run gone`', 'no script gone'],
    ['look in `/home/somebody/jia`', 'a path of one machine'],
  ])('%s is caught', (text, reason) => {
    expect(faultsIn('docs/planted.md', text).join()).toContain(reason);
  });

  it('the README has exactly two commands', () => {
    for (const path of ['README.md', 'README.zh-CN.md']) {
      const blocks = [...readFileSync(join(root, path), 'utf8').matchAll(/```\n([\s\S]*?)```/g)].map(
        ([, block]) => block,
      );
      expect(blocks, path).toEqual(['npm ci && npm start\n', 'npm ci && npm test\n']);
    }
  });
});
