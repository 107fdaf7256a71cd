// Habits of STYLE.md that a machine can see, one file at a time.
import { isTest, lineAt, type Node, nodes, type Source, withoutComments } from './sources.ts';

export type Check = (from: Source) => string[];

const at = (from: Source, offset: number, reason: string) =>
  `${from.path}:${lineAt(from, offset)}: ${reason}`;

const chinese = /\p{Script=Han}/u;

/** Files that may speak Chinese: words, headers of sheets, what is said about one place, examples of parts, tests. */
const mayBeChinese = (path: string) =>
  /(^|\/)words\.ts$|^contract\/\w+\/sheet\.ts$|\.examples\.tsx?$/.test(path) ||
  /^(packs|demo)\//.test(path) ||
  isTest(path);

/**
 * Chinese for people lives in words files. Patterns that recognise Chinese text are no copy, and the English
 * summaries of the contract may name a thing by its Chinese term.
 */
export const chineseInWordsFiles: Check = (from) => {
  if (mayBeChinese(from.path)) return [];
  return withoutPatterns(from)
    .split('\n')
    .flatMap((line, index) =>
      chinese.test(withoutTerms(from.path, line))
        ? [`${from.path}:${index + 1}: Chinese outside a words file`]
        : [],
    );
};

function withoutPatterns(from: Source): string {
  let text = withoutComments(from);
  for (const node of nodes(from)) {
    if (node.type === 'Literal' && 'regex' in node)
      text = text.slice(0, node.start) + ' '.repeat(node.end - node.start) + text.slice(node.end);
  }
  return text;
}

/** The name of the product, and glossary terms in the English summaries and descriptions of the contract. */
function withoutTerms(path: string, line: string): string {
  const named = line.replaceAll('家力量', '');
  return path.startsWith('contract/') && /summary:|describe\(/.test(named) ? '' : named;
}

/** Kinds of syntax that are not ours, by the reason given. */
const forbiddenSyntax: Partial<Record<Node['type'], string>> = {
  TSAnyKeyword: 'any',
  TSEnumDeclaration: 'enum; use a zod enum or an as const list',
  TSParameterProperty: 'parameter property',
  DebuggerStatement: 'debugger',
};

export const plainSyntax: Check = (from) =>
  nodes(from).flatMap((node) => {
    const reason = forbiddenSyntax[node.type];
    if (reason) return [at(from, node.start, reason)];
    if (node.type === 'ExportDefaultDeclaration' && !mayExportDefault(from.path))
      return [at(from, node.start, 'default export')];
    if (node.type === 'ExportAllDeclaration') return [at(from, node.start, 'barrel: name what is exported')];
    return [];
  });

/** Vitest wants the global set-up as a default export. */
const mayExportDefault = (path: string) => /\.config\.ts$/.test(path) || path === 'tests/kit/cluster.ts';

export const compilerIsHeard: Check = (from) =>
  from.parsed.comments
    .filter(({ value }) => /@ts-(ignore|nocheck|expect-error)/.test(value))
    .map(({ start }) => at(from, start, 'a silenced compiler'));

const testCalls = new Set(['it', 'test', 'describe', 'suite']);

export const noTestIsLeftOut: Check = (from) =>
  nodes(from).flatMap((node) =>
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    testCalls.has(node.object.name) &&
    node.property.type === 'Identifier' &&
    ['only', 'skip', 'todo', 'fails'].includes(node.property.name)
      ? [at(from, node.start, `.${node.property.name} in a test`)]
      : [],
  );

/** Places that keep the clock, throw the dice, or speak to the operator. */
const allowedCalls: Record<string, RegExp> = {
  'Date.now':
    /^server\/(kernel\/(clock|ids|http\/streets|live\/live|database\/embedded\/\w+)|main|services)\.ts$/,
  'new Date': /^server\/(kernel\/(clock|ids|http\/streets)|services)\.ts$/,
  'Math.random': /^$/,
  'console.log': /^server\/(main|kernel\/messenger)\.ts$/,
};

/** A service reads `context.now`; a clock of its own would make it untestable and let a phone's time in. */
export const oneClock: Check = (from) => {
  if (!/^(server|contract|packs|demo)\//.test(from.path) || isTest(from.path)) return [];
  return nodes(from).flatMap((node) => {
    const call = callName(node);
    const allowed = call === null ? undefined : allowedCalls[call];
    return allowed && !allowed.test(from.path) ? [at(from, node.start, `${call} is not called here`)] : [];
  });
};

function callName(node: Node): string | null {
  if (node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.arguments.length === 0)
    return `new ${node.callee.name}`;
  if (node.type !== 'MemberExpression') return null;
  const { object, property } = node;
  if (object.type !== 'Identifier' || property.type !== 'Identifier') return null;
  return object.name === 'console' ? 'console.log' : `${object.name}.${property.name}`;
}

export const checks: readonly Check[] = [
  chineseInWordsFiles,
  plainSyntax,
  compilerIsHeard,
  noTestIsLeftOut,
  oneClock,
];
