import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { migrate } from '#kernel/database/migrate.ts';
import { onServer, withDatabase } from '../kit/cluster.ts';
import { allSources, source } from './sources.ts';
import { type Columns, tableTypes } from './tableTypes.ts';

describe('the tables as types', () => {
  // A database of its own: while somebody is in the template, no other file can copy it.
  const server = withDatabase(inject('templateUrl'), 'postgres');
  const name = `jia_tables_${randomBytes(4).toString('hex')}`;
  const client = new pg.Client({ connectionString: withDatabase(server, name) });
  beforeAll(async () => {
    await onServer(server, `create database ${name} template template0 encoding 'UTF8'`);
    await migrate(withDatabase(server, name));
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await onServer(server, `drop database if exists ${name} with (force)`);
  });

  it('are the tables of the database, column by column', async () => {
    const declared = tableTypes(allSources());
    expect(declared.size).toBeGreaterThan(20);
    expect(Object.fromEntries(declared)).toEqual(await tablesOf(client));
  });

  it('a column too many, a column too few and a wrong null are seen', () => {
    const [, columns] = [...planted('a: string; b: number | null; c?: JsonColumn<string | null>')][0] ?? [];
    expect(columns).toEqual({ a: 'not null', b: 'null', c: 'not null' });
    expect(planted('a: OptionalInstant').get('cases')).toEqual({ a: 'null' });
    expect(planted('a: ColumnType<string | null, string, string>').get('cases')).toEqual({ a: 'null' });
    expect(planted('a: ColumnType<string, string | null, string>').get('cases')).toEqual({ a: 'not null' });
  });
});

function planted(members: string): Map<string, Columns> {
  const text = `interface CasesTable { ${members} }
    declare module '#kernel/database/tables.ts' { interface Tables { cases: CasesTable } }`;
  return tableTypes([source('server/modules/cases/tables.ts', text)]);
}

async function tablesOf(client: pg.Client): Promise<Record<string, Columns>> {
  const { rows } = await client.query<{ table: string; column: string; nullable: string }>(
    `select table_name as table, column_name as column, is_nullable as nullable
     from information_schema.columns where table_schema = 'public'`,
  );
  const tables: Record<string, Columns> = {};
  for (const { table, column, nullable } of rows) {
    tables[table] ??= {};
    tables[table][column] = nullable === 'YES' ? 'null' : 'not null';
  }
  return tables;
}
