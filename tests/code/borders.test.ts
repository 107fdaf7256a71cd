import { describe, expect, it } from 'vitest';
import { borderFaults, moduleOf } from './borders.ts';
import { isPlaced, mayEnter } from './floors.ts';
import { allSources, source, withoutComments } from './sources.ts';

/** File, an import planted into it, and the reason that must be given. */
const planted: readonly (readonly [path: string, line: string, reason: string])[] = [
  [
    'contract/cases/records.ts',
    "import { db } from '#kernel/database/database.ts';",
    'only zod and the contract',
  ],
  ['contract/cases/records.ts', "import pg from 'pg';", 'only zod and the contract'],
  ['server/kernel/log.ts', "import { x } from '#modules/people/index.ts';", 'the kernel imports only'],
  ['server/kernel/log.ts', "export { x } from '../modules/people/index.ts';", 'the kernel imports only'],
  [
    'server/modules/identity/service/posts.ts',
    "import { x } from '#modules/people/store.ts';",
    'by its index',
  ],
  ['server/modules/identity/service.ts', "import type { X } from '../people/tables.ts';", 'by its index'],
  [
    'server/modules/territory/service.ts',
    "import { x } from '#modules/people/index.ts';",
    'lower floors only',
  ],
  ['server/modules/cases/service.ts', "import { x } from '#modules/visits/index.ts';", 'lower floors only'],
  [
    'server/modules/people/service.ts',
    "const x = await import('#modules/points/index.ts');",
    'lower floors only',
  ],
  ['server/modules/gossip/service.ts', "import { x } from '#modules/people/index.ts';", 'no floor yet'],
  ['server/modules/people/store.ts', "import { x } from './service.ts';", 'against the order'],
  ['server/modules/people/view.ts', "import { x } from './service/persons.ts';", 'against the order'],
  ['server/modules/people/rules.ts', "import { x } from './store/persons.ts';", 'against the order'],
  ['server/modules/people/routes.ts', "import { x } from './store.ts';", 'nothing else'],
  ['server/modules/people/helpers.ts', "import { x } from './store.ts';", 'against the order'],
  ['server/modules/people/helpers.ts', "import pg from 'pg';", 'no I/O'],
  ['server/modules/people/rules.ts', "import { sql } from 'kysely';", 'no I/O'],
  ['server/modules/people/policy.ts', "import { readFile } from 'node:fs/promises';", 'no I/O'],
  [
    'server/modules/people/policy.ts',
    "import { x } from '#modules/territory/index.ts';",
    'ask no other module',
  ],
  ['server/modules/people/service.ts', "import { x } from '../../../packs/packs.ts';", 'as data'],
  ['server/start.ts', "import { x } from '#web/lib/call.ts';", 'knows no page'],
  ['web/lib/call.ts', "import { x } from '#kernel/problem.ts';", 'through the contract'],
  [
    'web/features/people/PersonPage.tsx',
    "import { x } from '../identity/MyPosts.tsx';",
    'the shell composes',
  ],
  [
    'web/features/people/PersonPage.tsx',
    "import { x } from '#web/apps/desk/paths.ts';",
    'the shell composes',
  ],
  ['web/ui/Button/Button.tsx', "import { x } from '#web/features/people/words.ts';", 'know no feature'],
  ['web/apps/desk/main.tsx', "import { x } from '../field/paths.ts';", 'do not import each other'],
];

describe('borders', () => {
  const sources = allSources();

  it('no import crosses one', () => {
    expect(borderFaults(sources)).toEqual([]);
  });

  it('every module has a floor', () => {
    const names = new Set(sources.flatMap((from) => moduleOf(from.path)?.module ?? []));
    expect(names.size).toBeGreaterThan(3);
    for (const name of names) expect(isPlaced(name), name).toBe(true);
  });

  it('server/modules.ts lists the modules from the ground up', () => {
    const list = sources
      .filter((from) => from.path === 'server/modules.ts')
      .map(withoutComments)
      .join();
    const names = [...(/= \[([^\]]*)\]/.exec(list)?.[1] ?? '').matchAll(/(\w+)Module/g)].map(
      ([, name]) => name ?? '',
    );
    expect(names.length).toBeGreaterThan(3);
    names.forEach((name, at) => {
      for (const upper of names.slice(at + 1))
        expect(mayEnter(name, upper), `${name} before ${upper}`).toBe(false);
    });
  });

  it.each(planted)('%s with %s is caught', (path, line, reason) => {
    expect(borderFaults([source(path, line)]).join('\n')).toContain(reason);
  });

  it('lets a service enter a lower module by its index', () => {
    const fine = source(
      'server/modules/identity/service.ts',
      "import { x } from '#modules/people/index.ts';",
    );
    expect(borderFaults([fine])).toEqual([]);
  });
});
