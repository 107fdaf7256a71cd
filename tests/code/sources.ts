// Our own code as data: parsed once, so that a check speaks about syntax and not about text.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type ESTree, parseSync } from 'vite';

export const root = join(import.meta.dirname, '../..');

/** Folders that hold code of ours. */
export const codeFolders = ['contract', 'server', 'web', 'packs', 'demo', 'tests', 'bench', 'bin'] as const;

export interface Source {
  /** From the root of the repository, with forward slashes. */
  path: string;
  text: string;
  parsed: ReturnType<typeof parseSync>;
}

export function source(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  return { path, text, parsed };
}

let known: readonly Source[] | undefined;

/** Every .ts and .tsx file of the code folders. */
export function allSources(): readonly Source[] {
  known ??= codeFolders.flatMap((folder) => filesBelow(folder).map(readSource));
  return known;
}

/** Paths below a folder that end in .ts or .tsx; none where the folder does not exist. */
export function filesBelow(folder: string, ending: RegExp = /\.tsx?$/): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => posix.join(entry.parentPath.slice(root.length + 1).replaceAll('\\', '/'), entry.name))
    .sort();
}

function readSource(path: string): Source {
  return source(path, readFileSync(join(root, path), 'utf8'));
}

export const isTest = (path: string) =>
  /\.test\.tsx?$|(^|\/)kit\//.test(path) || path.startsWith('tests/') || path.startsWith('bench/');

export interface Import {
  /** Path in the repository, or the name of a package. */
  target: string;
  typeOnly: boolean;
}

const aliases = {
  '#contract/': 'contract/',
  '#kernel/': 'server/kernel/',
  '#modules/': 'server/modules/',
  '#web/': 'web/',
} as const;

/** Static imports, re-exports and `import('…')` with a plain string. */
export function importsOf(from: Source): Import[] {
  const found: Import[] = [];
  for (const node of nodes(from)) {
    const named =
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportNamedDeclaration' ||
      node.type === 'ExportAllDeclaration' ||
      node.type === 'ImportExpression';
    if (!named || node.source?.type !== 'Literal' || typeof node.source.value !== 'string') continue;
    const kind = 'importKind' in node ? node.importKind : 'exportKind' in node ? node.exportKind : 'value';
    found.push({
      target: resolve(from.path, node.source.value),
      typeOnly: kind === 'type' || onlyTypes(node),
    });
  }
  return found;
}

function onlyTypes(node: Node): boolean {
  if (node.type !== 'ImportDeclaration' || node.specifiers.length === 0) return false;
  return node.specifiers.every((specifier) => 'importKind' in specifier && specifier.importKind === 'type');
}

function resolve(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  for (const [alias, folder] of Object.entries(aliases)) {
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length);
  }
  return specifier;
}

export type Node = ESTree.Node;

/** Every node of the syntax tree, parents before children. */
export function nodes(from: Source): Node[] {
  const found: Node[] = [];
  collect(from.parsed.program, found);
  return found;
}

function collect(value: unknown, found: Node[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
    return;
  }
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
  if ('type' in value && 'start' in value) found.push(value as Node);
  for (const child of Object.values(value)) {
    if (typeof child === 'object') collect(child, found);
  }
}

/** The line, counted from 1, on which an offset lies. */
export function lineAt(from: Source, offset: number): number {
  return from.text.slice(0, offset).split('\n').length;
}

/** The text with every comment blanked, line for line. */
export function withoutComments(from: Source): string {
  let text = from.text;
  for (const { start, end } of from.parsed.comments) {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
  }
  return text;
}
