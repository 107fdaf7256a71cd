// Rules of the schema that keep one street apart from the next, and every store that speaks PostgreSQL possible.
import type pg from 'pg';

/** The same for every street; all other tables are street tables. */
export const referenceTables: readonly string[] = ['streets', 'calendar_days', 'schema_migrations'];

interface Finding {
  found: string;
}

const business = `t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
  and not (t.relname = any($1))`;

/** Name of a rule → a query whose rows are what breaks it. */
const rules: Record<string, string> = {
  'street_id bigint not null in every table': `
    select t.relname as found from pg_class t where ${business} and not exists (
      select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'street_id'
        and a.atttypid = 'bigint'::regtype and a.attnotnull)`,
  'a primary key in every table': `
    select t.relname as found from pg_class t where ${business}
      and not exists (select 1 from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
  'street_id leads every key and index': `
    select t.relname || '.' || i.relname as found
    from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where ${business} and not exists (
      select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'street_id' and a.attnum = x.indkey[0])
      and i.relam = (select oid from pg_am where amname = 'btree')`,
  'street_id leads both sides of every foreign key': `
    select t.relname || '.' || k.conname as found
    from pg_constraint k join pg_class t on t.oid = k.conrelid
    where k.contype = 'f' and ${business} and not (
      exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'street_id')
      and exists (select 1 from pg_attribute a where a.attrelid = k.confrelid and a.attnum = k.confkey[1] and a.attname = 'street_id'))`,
  'foreign keys restrict or cascade, and at once': `
    select t.relname || '.' || k.conname as found
    from pg_constraint k join pg_class t on t.oid = k.conrelid
    where k.contype = 'f' and ${business}
      and (k.condeferrable or k.confdeltype not in ('a', 'r', 'c') or k.confupdtype not in ('a', 'r', 'c'))`,
  'foreign keys have a name of ours': `
    select t.relname || '.' || k.conname as found
    from pg_constraint k join pg_class t on t.oid = k.conrelid
    where k.contype = 'f' and ${business} and k.conname like '%\\_fkey'`,
  'no trigger': `
    select t.relname || '.' || g.tgname as found
    from pg_trigger g join pg_class t on t.oid = g.tgrelid where not g.tgisinternal and ${business}`,
  'no identity column and no sequence behind a column': `
    select t.relname || '.' || a.attname as found
    from pg_attribute a join pg_class t on t.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where ${business} and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval%')`,
  'no exclusion constraint and no rule': `
    select t.relname || '.' || k.conname as found
    from pg_constraint k join pg_class t on t.oid = k.conrelid where k.contype = 'x' and ${business}
    union all
    select t.relname || '.' || r.rulename from pg_rewrite r join pg_class t on t.oid = r.ev_class where ${business}`,
};

/** One line for every object that breaks a rule. */
export async function schemaFaults(client: pg.Client): Promise<string[]> {
  const faults: string[] = [];
  for (const [rule, query] of Object.entries(rules)) {
    const { rows } = await client.query<Finding>(query, [referenceTables]);
    faults.push(...rows.map(({ found }) => `${found}: ${rule}`));
  }
  return faults;
}
