// Sizes that ask for a seam. The lists are ratchets: an entry may shrink or go, never grow or be joined.
import { isTest, lineAt, nodes, type Source } from './sources.ts';

export const fileLinesMax = 300;
/** A test is a list of promises; it may run longer before it wants splitting. */
export const testLinesMax = 400;
export const functionLinesMax = 70;
/** Lines an entry may be below its number before the number must follow. */
const slackMax = 20;

/** What is longer than its bound, `path` or `path#function`, with its lines. */
export function oversize(sources: readonly Source[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const from of sources) {
    const lines = from.text.trimEnd().split('\n').length;
    if (lines > boundOf(from.path)) found[from.path] = lines;
    for (const { name, length } of functionsOf(from)) {
      if (length > functionLinesMax) found[`${from.path}#${name}`] = length;
    }
  }
  return found;
}

/** A words file is a list; it is as long as what there is to say. */
function boundOf(path: string): number {
  if (path.endsWith('/words.ts')) return Number.POSITIVE_INFINITY;
  return isTest(path) ? testLinesMax : fileLinesMax;
}

function functionsOf(from: Source): { name: string; length: number }[] {
  // A describe block is a table of contents, not a function.
  if (from.path.includes('.test.')) return [];
  return nodes(from).flatMap((node) => {
    if (
      node.type !== 'FunctionDeclaration' &&
      node.type !== 'FunctionExpression' &&
      node.type !== 'ArrowFunctionExpression'
    )
      return [];
    const first = lineAt(from, node.start);
    const name = ('id' in node && node.id?.name) || `line ${first}`;
    return [{ name, length: lineAt(from, node.end) - first + 1 }];
  });
}

/** What grew or is new, and ratchet numbers that are far from what they bound. */
export function ratchetFaults(found: Record<string, number>, ratchet: Record<string, number>): string[] {
  const grown = Object.entries(found)
    .filter(([name, lines]) => lines > (ratchet[name] ?? 0))
    .map(([name, lines]) => `${name} has ${lines} lines; look for the seam`);
  const slack = Object.entries(ratchet)
    .filter(([name, lines]) => (found[name] ?? 0) < lines - slackMax)
    .map(([name]) => `${name} shrank to ${found[name] ?? 'its bound'}; lower the ratchet`);
  return [...grown, ...slack];
}
