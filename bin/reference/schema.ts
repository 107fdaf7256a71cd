import type pg from 'pg';

/** The schema of the application in plain lines: tables with columns, then keys, then indexes; sorted, so that a diff tells. */
export async function describeSchema(client: pg.Client): Promise<string> {
  const columns = await columnsOf(client);
  const constraints = await constraintsOf(client);
  const indexes = await indexesOf(client);
  return columns
    .map(({ table, lines }) =>
      [table, ...lines, ...(constraints.get(table) ?? []), ...(indexes.get(table) ?? []), ''].join('\n'),
    )
    .join('\n');
}

async function columnsOf(client: pg.Client): Promise<{ table: string; lines: string[] }[]> {
  const { rows } = await client.query<{ table: string; lines: string[] }>(`
    select c.relname as table,
      array_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case when a.attgenerated <> '' then ' generated' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') order by a.attnum) as lines
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    group by c.relname order by c.relname`);
  return rows;
}

// NOT NULL constraints have rows of their own from PostgreSQL 18 on; the columns above tell of them already.
async function constraintsOf(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table: string; lines: string[] }>(`
    select c.relname as table,
      array_agg('  ' || k.conname || ': ' || pg_get_constraintdef(k.oid) order by k.contype, k.conname) as lines
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and k.contype <> 'n'
    group by c.relname`);
  return new Map(rows.map((row) => [row.table, row.lines]));
}

async function indexesOf(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table: string; lines: string[] }>(`
    select t.relname as table,
      array_agg('  index ' || c.relname || ' '
        || regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX \\S+ ON \\S+ USING ', '\\1')
        order by c.relname) as lines
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace
      and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
    group by t.relname`);
  return new Map(rows.map((row) => [row.table, row.lines]));
}
