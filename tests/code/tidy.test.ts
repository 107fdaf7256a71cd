import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foreignTableFaults, tableOwners } from './foreignTables.ts';
import { lineFaults, rankingFaults } from './ranking.ts';
import { ratchet } from './ratchet.ts';
import { oversize, ratchetFaults } from './sizes.ts';
import { allSources, filesBelow, root, source } from './sources.ts';
import { checks } from './tidy.ts';

const sources = allSources();
const faultsOf = (path: string, text: string) =>
  checks.flatMap((check) => check(source(path, text))).join('\n');

describe('tidy', () => {
  it('looks at the code', () => {
    expect(sources.length).toBeGreaterThan(200);
  });

  it('every file keeps the habits', () => {
    expect(sources.flatMap((from) => checks.flatMap((check) => check(from)))).toEqual([]);
  });

  /** A path, a text with a planted violation, and the reason that must be given. */
  it.each([
    ['server/modules/cases/view.ts', "const title = '派单';", 'Chinese outside a words file'],
    [
      'web/features/cases/CasePage.tsx',
      'export const Page = () => <b>派单</b>;',
      'Chinese outside a words file',
    ],
    ['web/features/cases/CasePage.tsx', 'const name = `您好`;', 'Chinese outside a words file'],
    ['server/modules/cases/store.ts', 'const row: any = 1;', 'any'],
    ['server/modules/cases/store.ts', 'const row = given as unknown as Record<string, any>;', 'any'],
    ['server/modules/cases/rules.ts', 'export default function close() {}', 'default export'],
    ['server/modules/cases/rules.ts', 'export enum Status { open }', 'enum'],
    [
      'server/modules/cases/rules.ts',
      'class Case { constructor(private id: string) {} }',
      'parameter property',
    ],
    ['server/modules/cases/index.ts', "export * from './service.ts';", 'barrel'],
    ['server/modules/cases/rules.ts', '// @ts-ignore\nexport const x = 1;', 'a silenced compiler'],
    ['server/modules/cases/rules.test.ts', "it.skip('closes', () => {});", '.skip in a test'],
    ['server/modules/cases/rules.test.ts', "describe.only('cases', () => {});", '.only in a test'],
    ['server/modules/cases/rules.test.ts', "it.todo('closes');", '.todo in a test'],
    ['server/modules/cases/service.ts', 'const at = new Date();', 'new Date is not called here'],
    ['server/modules/cases/service.ts', 'const at = Date.now();', 'Date.now is not called here'],
    ['demo/people.ts', 'const chance = Math.random();', 'Math.random is not called here'],
    ['server/kernel/files/service.ts', "console.error('lost');", 'console.log is not called here'],
  ])('%s: %s is caught', (path, text, reason) => {
    expect(faultsOf(path, text)).toContain(reason);
  });

  it('lets comments, words files and the contract speak of Chinese terms', () => {
    expect(faultsOf('server/modules/cases/rules.ts', '// 派单\nexport const dispatch = 1; /* 销账 */')).toBe(
      '',
    );
    expect(faultsOf('contract/cases/words.ts', "export const words = { dispatch: '派单' };")).toBe('');
    expect(
      faultsOf('contract/cases/endpoints.ts', "const a = { summary: 'The file of a home (户档).' };"),
    ).toBe('');
    expect(faultsOf('server/modules/cases/service.ts', 'const at = new Date(context.now);')).toBe('');
  });
});

describe('sizes', () => {
  it('stay within 300 lines a file and 70 a function, but for those that shrink', () => {
    expect(ratchetFaults(oversize(sources), ratchet)).toEqual([]);
  });

  it('a long file, a long function and a slack ratchet are caught', () => {
    const long = source('server/long.ts', 'const x = 1;\n'.repeat(301));
    const wordy = source('server/wordy.ts', `function wordy() {\n${'  step();\n'.repeat(80)}}\n`);
    expect(ratchetFaults(oversize([long, wordy]), {})).toHaveLength(2);
    expect(ratchetFaults(oversize([long]), { 'server/long.ts': 330 })).toHaveLength(1);
    expect(ratchetFaults(oversize([long]), { 'server/long.ts': 301 })).toEqual([]);
  });
});

describe('tables', () => {
  const owners = tableOwners(sources);

  it('are touched by the store of their module only', () => {
    expect(owners.size).toBeGreaterThan(20);
    expect(foreignTableFaults(sources, owners)).toEqual([]);
  });

  it.each([
    ['server/modules/identity/store/posts.ts', "db.selectFrom('areas').selectAll()", 'belongs to territory'],
    [
      'server/modules/identity/store/posts.ts',
      "db.selectFrom('posts').innerJoin('areas as a', 'a.id', 'x')",
      'belongs to',
    ],
    [
      'server/modules/identity/store/posts.ts',
      'sql`select 1 from areas where street_id = 1`',
      'belongs to territory',
    ],
    ['server/modules/identity/store/posts.ts', 'sql`update areas set name = 1`', 'belongs to territory'],
    ['server/modules/territory/service/read.ts', "db.selectFrom('areas').selectAll()", 'outside its store'],
    [
      'server/modules/audit/store/events.ts',
      "db.insertInto('events').values(x)",
      'is written by the kernel alone',
    ],
    ['server/kernel/jobs/worker.ts', "db.deleteFrom('areas')", 'belongs to territory'],
  ])('%s with %s is caught', (path, text, reason) => {
    expect(foreignTableFaults([source(path, text)], owners).join()).toContain(reason);
  });
});

describe('no staff member is clocked, scored or ranked', () => {
  const migrations = filesBelow('migrations', /\.sql$/);

  it('in code, words, endpoints, tables and screens', () => {
    expect(rankingFaults(sources)).toEqual([]);
    expect(migrations.length).toBeGreaterThan(0);
    expect(migrations.flatMap((path) => lineFaults(path, readFileSync(join(root, path), 'utf8')))).toEqual(
      [],
    );
  });

  it.each([
    ['web/features/posts/words.ts', "export const words = { in: '上班打卡' };"],
    ['web/features/posts/words.ts', "export const words = { list: '网格员积分排名' };"],
    ['contract/posts/endpoints.ts', "const path = '/api/staff_ranking';"],
    ['server/modules/posts/tables.ts', 'interface Row { online_minutes: number }'],
    ['web/features/posts/Page.tsx', 'export const WorkerRanking = () => null;'],
  ])('%s: %s is caught', (path, text) => {
    expect(rankingFaults([source(path, text)])).toHaveLength(1);
  });
});
