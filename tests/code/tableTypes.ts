// The Kysely interfaces of every tables.ts, read as text: table → column → may it be null.
import { nodes, type Source } from './sources.ts';

export type Columns = Record<string, 'null' | 'not null'>;

export function tableTypes(sources: readonly Source[]): Map<string, Columns> {
  const tables = new Map<string, Columns>();
  for (const from of sources.filter(declaresTables)) {
    const shapes = shapesIn(from);
    for (const [name, table] of shapes.get('Tables') ?? []) {
      const columns = shapes.get(table) ?? literalShape(from, table);
      tables.set(name, Object.fromEntries([...columns].map(([column, type]) => [column, nullability(type)])));
    }
  }
  return tables;
}

/** A tables.ts, or another file of the kernel that adds a table of its own. */
export const declaresTables = ({ path, text }: Source) =>
  path.startsWith('server/') && text.includes('interface Tables {');

type Shape = Map<string, string>;

/** Interface name → member → the source of its type; what an interface extends comes first. */
function shapesIn(from: Source): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const node of nodes(from)) {
    if (node.type !== 'TSInterfaceDeclaration') continue;
    const shape: Shape = new Map();
    for (const parent of node.extends) {
      for (const [name, type] of shapes.get(from.text.slice(parent.start, parent.end)) ?? [])
        shape.set(name, type);
    }
    for (const [name, type] of membersOf(from, node.body.body)) shape.set(name, type);
    shapes.set(node.id.name, shape);
  }
  return shapes;
}

function membersOf(from: Source, members: readonly { type: string }[]): [string, string][] {
  return members.flatMap((member) => {
    if (member.type !== 'TSPropertySignature') return [];
    const { key, typeAnnotation } = member as unknown as {
      key: { name: string };
      typeAnnotation: { typeAnnotation: { start: number; end: number } };
    };
    const { start, end } = typeAnnotation.typeAnnotation;
    return [[key.name, from.text.slice(start, end)]];
  });
}

/** `{ street_id: number; event_id: string }` written in place. */
function literalShape(from: Source, text: string): Shape {
  for (const node of nodes(from)) {
    if (node.type === 'TSTypeLiteral' && from.text.slice(node.start, node.end) === text)
      return new Map(membersOf(from, node.members));
  }
  throw new Error(`${from.path}: no interface ${text}`);
}

function nullability(type: string): 'null' | 'not null' {
  if (/\bOptionalInstant\b/.test(type)) return 'null';
  // What a select gives is the first part of a ColumnType.
  const selected = /^(?:ColumnType|Generated)<(.*)>$/s.exec(type)?.[1]?.split(',')[0] ?? type;
  return /\bnull\b/.test(withoutParameters(selected)) ? 'null' : 'not null';
}

/** `JsonColumn<string | null>` is a column that holds JSON null, not a column that is null. */
function withoutParameters(type: string): string {
  let text = type;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/<[^<>]*>/g, '');
  }
  return text;
}
