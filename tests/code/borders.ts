// Who may import whom: floors between modules, order inside a module, and the three folders of a noun.
import { isPlaced, isPure, mayEnter, rank } from './floors.ts';
import { type Import, importsOf, isTest, type Source } from './sources.ts';

type Rule = (from: Source, imported: Import) => string | null;

/** One line for every import that crosses a border it should not: `file -> target: reason`. */
export function borderFaults(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => !isTest(source.path))
    .flatMap((from) =>
      importsOf(from).flatMap((imported) =>
        rules.flatMap((rule) => {
          const reason = rule(from, imported);
          return reason ? [`${from.path} -> ${imported.target}: ${reason}`] : [];
        }),
      ),
    );
}

/** The module a path belongs to: `server/modules/cases/store.ts` is `cases`. */
export function moduleOf(path: string): { module: string; kind: string } | null {
  const match = /^server\/modules\/([^/]+)\/([^/]+?)(?:\.tsx?|\/.*)$/.exec(path);
  return match ? { module: match[1] ?? '', kind: match[2] ?? '' } : null;
}

const below = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));
const ours = (path: string) =>
  below(path, 'contract', 'server', 'web', 'packs', 'demo', 'tests', 'bench', 'bin');

const contractIsPure: Rule = (from, { target }) =>
  below(from.path, 'contract') && target !== 'zod' && !below(target, 'contract')
    ? 'the contract imports only zod and the contract'
    : null;

const kernelKnowsNoDomain: Rule = (from, { target }) =>
  below(from.path, 'server/kernel') &&
  ours(target) &&
  !below(target, 'server/kernel', 'contract', 'packs/calendar')
    ? 'the kernel imports only the kernel and the contract'
    : null;

const floorsGoDown: Rule = (from, { target }) => {
  const own = moduleOf(from.path);
  const other = moduleOf(target);
  if (!own || !other || own.module === other.module) return null;
  if (other.kind !== 'index') return 'enter a module by its index';
  if (!isPlaced(own.module) || !isPlaced(other.module)) return 'this module has no floor yet';
  return mayEnter(own.module, other.module)
    ? null
    : 'a module enters lower floors only; speak upwards by events';
};

const filesInOrder: Rule = (from, { target, typeOnly }) => {
  const own = moduleOf(from.path);
  const other = moduleOf(target);
  if (!own || !other || own.module !== other.module) return null;
  if (own.kind === 'routes' && other.kind !== 'service')
    return 'routes join endpoints and services, nothing else';
  // The shape of a row is stated with the columns of its sheet; the service that saves it may name that shape.
  if (typeOnly && ['imports', 'exports'].includes(other.kind)) return null;
  return own.kind === other.kind || rank(other.kind) < rank(own.kind) || bothThink(own.kind, other.kind)
    ? null
    : 'against the order of the files of a module';
};

const bothThink = (one: string, other: string) => isPure(one) && isPure(other) && other !== 'policy';

const thinkersDoNothing: Rule = (from, { target, typeOnly }) => {
  const own = moduleOf(from.path);
  if (!own || !isPure(own.kind) || typeOnly) return null;
  if (/^(kysely|pg|node:fs|node:net|node:http|node:child_process)/.test(target))
    return 'rules and policies do no I/O';
  return moduleOf(target)?.module !== own.module && moduleOf(target)
    ? 'rules and policies ask no other module'
    : null;
};

const serverIsNotWeb: Rule = (from, { target }) =>
  below(from.path, 'server') && below(target, 'web') ? 'the server knows no page' : null;

const modulesKnowNoStreet: Rule = (from, { target }) =>
  moduleOf(from.path) && below(target, 'packs', 'demo', 'tests')
    ? 'local practice reaches a module as data'
    : null;

const webIsNotServer: Rule = (from, { target }) =>
  below(from.path, 'web') && ours(target) && !below(target, 'web', 'contract')
    ? 'the web speaks to the server through the contract'
    : null;

const featuresStandAlone: Rule = (from, { target }) => {
  const [, own] = /^web\/features\/([^/]+)\//.exec(from.path) ?? [];
  if (!own || !below(target, 'web') || below(target, 'web/ui', 'web/lib', `web/features/${own}`)) return null;
  return 'a feature imports ui, lib and the contract; the shell composes features';
};

const partsKnowNoFeature: Rule = (from, { target }) =>
  below(from.path, 'web/ui', 'web/lib') && below(target, 'web/features', 'web/apps')
    ? 'ui and lib know no feature'
    : null;

const shellsStandAlone: Rule = (from, { target }) => {
  const [, own] = /^web\/apps\/([^/]+)\//.exec(from.path) ?? [];
  const [, other] = /^web\/apps\/([^/]+)\//.exec(target) ?? [];
  return own && other && own !== other ? 'shells do not import each other' : null;
};

const rules: readonly Rule[] = [
  contractIsPure,
  kernelKnowsNoDomain,
  floorsGoDown,
  filesInOrder,
  thinkersDoNothing,
  serverIsNotWeb,
  modulesKnowNoStreet,
  webIsNotServer,
  featuresStandAlone,
  partsKnowNoFeature,
  shellsStandAlone,
];
