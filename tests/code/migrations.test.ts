import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { appRole } from '#kernel/database/database.ts';
import { appendOnlyTables, migrate } from '#kernel/database/migrate.ts';
import { describeSchema } from '../../bin/reference/schema.ts';
import { onServer, withDatabase } from '../kit/cluster.ts';
import { referenceTables, schemaFaults } from './schemaRules.ts';
import { filesBelow, root } from './sources.ts';

// Nobody but the copying files may be in the template: a copy waits until it is alone there.
const server = withDatabase(inject('templateUrl'), 'postgres');
const name = `jia_migrations_${randomBytes(4).toString('hex')}`;
const url = withDatabase(server, name);
const client = new pg.Client({ connectionString: url });
let applied: string[] = [];

beforeAll(async () => {
  await onServer(server, `create database ${name} template template0 encoding 'UTF8'`);
  applied = await migrate(url);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await onServer(server, `drop database if exists ${name} with (force)`);
});

/** Runs statements, collects the faults of the schema, and takes the statements back. */
async function faultsAfter(sql: string): Promise<string> {
  await client.query('begin');
  try {
    await client.query(sql);
    return (await schemaFaults(client)).join('\n');
  } finally {
    await client.query('rollback');
  }
}

describe('migrations', () => {
  it('bring an empty database to the recorded schema', async () => {
    expect(applied).toEqual(
      filesBelow('migrations', /\.sql$/).map((path) => path.replace('migrations/', '')),
    );
    const recorded = readFileSync(join(root, 'docs/reference/schema.txt'), 'utf8');
    expect(await describeSchema(client), 'run npm run map and read the difference').toBe(recorded);
  });

  it('run once', async () => {
    expect(await migrate(url)).toEqual([]);
  });

  it('carry each number once', () => {
    const numbers = applied.map((file) => file.slice(0, 4));
    expect(numbers.every((number) => /^\d{4}$/.test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('keep foreign keys after all tables, outside of column definitions', () => {
    for (const file of applied) {
      const sql = readFileSync(join(root, 'migrations', file), 'utf8').replace(/--.*$/gm, '');
      expect(
        sql.search(/foreign key|references/i) === -1 || lastCreate(sql) < sql.search(/\breferences\b/i),
        file,
      ).toBe(true);
    }
  });
});

const lastCreate = (sql: string) => sql.toLowerCase().lastIndexOf('create table');

describe('the schema', () => {
  it('keeps every rule', async () => {
    expect(await schemaFaults(client)).toEqual([]);
  });

  it('names its reference tables, and they exist', async () => {
    for (const table of referenceTables) await client.query(`select 1 from ${table}`);
  });

  const table =
    'create table planted (street_id bigint not null, id uuid not null, at timestamptz, primary key (street_id, id));';
  it.each([
    ['create table planted (id uuid primary key)', 'street_id bigint not null'],
    ['create table planted (street_id bigint not null)', 'a primary key in every table'],
    [
      'create table planted (street_id integer not null, id uuid, primary key (street_id, id))',
      'street_id bigint',
    ],
    [`${table} create index planted_at on planted (at)`, 'leads every key and index'],
    [`${table} alter table planted add unique (id)`, 'leads every key and index'],
    [
      `${table} alter table planted add constraint planted_street foreign key (street_id) references streets on delete set null`,
      'restrict or cascade',
    ],
    [
      `${table} alter table planted add constraint planted_street foreign key (street_id) references streets deferrable`,
      'restrict or cascade, and at once',
    ],
    [`${table} alter table planted add foreign key (street_id) references streets`, 'have a name of ours'],
    [
      `${table} create function planted() returns trigger language plpgsql as 'begin return new; end';
       create trigger planted before update on planted for each row execute function planted()`,
      'no trigger',
    ],
    [`${table} alter table planted add n bigint generated always as identity`, 'no identity column'],
    [`${table} alter table planted add n bigserial`, 'no identity column'],
  ])('%s is caught', async (sql, rule) => {
    expect(await faultsAfter(sql)).toContain(rule);
  });
});

describe('the role of the application', () => {
  async function asApplication(sql: string): Promise<string> {
    await client.query('begin');
    try {
      await client.query(`set local role ${appRole}`);
      await client.query(sql);
      return 'done';
    } catch (error) {
      return String((error as { code?: string }).code);
    } finally {
      await client.query('rollback');
    }
  }

  const denied = '42501';

  it.each(appendOnlyTables)('adds to %s and never changes it', async (trail) => {
    expect(await asApplication(`select * from ${trail} limit 1`)).toBe('done');
    expect(await asApplication(`update ${trail} set street_id = street_id`)).toBe(denied);
    expect(await asApplication(`delete from ${trail}`)).toBe(denied);
    expect(await asApplication(`truncate ${trail}`)).toBe(denied);
  });

  it('changes rows, and no table', async () => {
    expect(await asApplication('update streets set name = name')).toBe('done');
    expect(await asApplication('alter table events add planted text')).toBe(denied);
    expect(await asApplication('drop table event_seals')).toBe(denied);
    expect(await asApplication('create table planted (id int)')).toBe(denied);
    expect(await asApplication("insert into schema_migrations values ('x', 'x', now())")).toBe(denied);
  });
});
