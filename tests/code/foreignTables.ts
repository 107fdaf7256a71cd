// A table is read and written by the stores of its own module only.
import { moduleOf } from './borders.ts';
import { isTest, nodes, type Source, withoutComments } from './sources.ts';
import { declaresTables } from './tableTypes.ts';

/** Table → owner (`kernel` or the module), from each `interface Tables`. */
export function tableOwners(sources: readonly Source[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const from of sources) {
    if (!declaresTables(from)) continue;
    const owner = moduleOf(from.path)?.module ?? 'kernel';
    for (const node of nodes(from)) {
      if (node.type !== 'TSInterfaceDeclaration' || node.id.name !== 'Tables') continue;
      for (const member of node.body.body) {
        if (member.type === 'TSPropertySignature' && member.key.type === 'Identifier')
          owners.set(member.key.name, owner);
      }
    }
  }
  return owners;
}

const reads = /^(selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|crossJoin|from|using)$/;
const writes = /^(insertInto|updateTable|deleteFrom|replaceInto|mergeInto)$/;

/** Tables the whole system knows: which streets there are, and which days are workdays. */
const shared = new Set(['streets', 'calendar_days', 'schema_migrations']);

/** The kernel writes the trail and the files; a module may show its part of them. */
const readByAll = new Set(['events', 'event_seals', 'event_heads', 'event_queue', 'files']);

interface Touch {
  table: string;
  writing: boolean;
}

export function foreignTableFaults(
  sources: readonly Source[],
  owners: ReadonlyMap<string, string>,
): string[] {
  return sources
    .filter((from) => from.path.startsWith('server/') && !isTest(from.path))
    .flatMap((from) => {
      const faults = touches(from)
        .filter(({ table }) => owners.has(table))
        .flatMap((touch) => fault(from.path, touch, owners.get(touch.table)) ?? []);
      return [...new Set(faults)];
    });
}

function fault(path: string, { table, writing }: Touch, owner: string | undefined): string | null {
  if (shared.has(table)) return null;
  const own = moduleOf(path);
  const name = own?.module ?? 'kernel';
  if (owner !== name && !(readByAll.has(table) && !writing))
    return owner === 'kernel' && readByAll.has(table)
      ? `${path}: ${table} is written by the kernel alone`
      : `${path} touches ${table}, which belongs to ${owner}`;
  return own && own.kind !== 'store' ? `${path} touches ${table} outside its store` : null;
}

function touches(from: Source): Touch[] {
  const code = withoutComments(from);
  return nodes(from).flatMap((node) => {
    if (node.type === 'CallExpression') {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return [];
      const verb = callee.property.name;
      if (!reads.test(verb) && !writes.test(verb)) return [];
      return node.arguments.flatMap(namesOf).map((table) => ({ table, writing: writes.test(verb) }));
    }
    if (node.type !== 'TaggedTemplateExpression') return [];
    const sql = code.slice(node.quasi.start, node.quasi.end).replace(/\$\{[^}]*\}/g, ' ');
    return [...sql.matchAll(/\b(from|join|into|update)\s+([a-z_]+)/gi)].map(([, verb = '', table = '']) => ({
      table,
      writing: /into|update/i.test(verb),
    }));
  });
}

/** `'areas'`, `'areas as area'`, `['areas', 'posts']`. */
function namesOf(argument: { type: string }): string[] {
  if ('elements' in argument && Array.isArray(argument.elements)) return argument.elements.flatMap(namesOf);
  if (!('value' in argument) || typeof argument.value !== 'string') return [];
  return [argument.value.split(' ')[0] ?? ''];
}
