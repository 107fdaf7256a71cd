// A register to test with: the benches of a street, kept in a table that only tests have.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import type { ExportDefinition } from '#kernel/exports/definition.ts';
import { Problem } from '#kernel/problem.ts';
import type { ImportDefinition, ImportOutcome, SaveOptions } from '../definition.ts';

const bench = z.object({
  code: z.string().max(20),
  place: z.string().max(10),
  keeper: z.string().optional(),
  phone: z.string().optional(),
  kind: z.enum(['wood', 'iron']).optional(),
  placedOn: z.string().optional(),
});
type Bench = z.output<typeof bench>;

export const benchesTable = `
  create table benches (street_id bigint, code text, place text, keeper text, phone text, kind text, placed_on text, saves int, primary key (street_id, code));
  grant select, insert, update, delete on benches to jia_app`;

/** Lets a test cut the power in the middle of a row. */
export const power: { failAt: string | null } = { failAt: null };

export const benches: ImportDefinition<Bench> = {
  name: 'benches',
  title: '长椅',
  permission: 'area.edit',
  columns: [
    {
      key: 'code',
      label: '编号',
      synonyms: ['长椅编号'],
      required: true,
      kind: 'digits',
      explanation: '19 位以内的数字',
    },
    {
      key: 'place',
      label: '位置',
      synonyms: ['地点'],
      required: true,
      kind: 'text',
      explanation: '写到楼号',
    },
    {
      key: 'keeper',
      label: '管护人',
      synonyms: ['姓名'],
      required: false,
      kind: 'text',
      mask: 'name',
      explanation: '',
    },
    {
      key: 'phone',
      label: '联系电话',
      synonyms: ['手机'],
      required: false,
      kind: 'digits',
      mask: 'phone',
      explanation: '',
    },
    {
      key: 'kind',
      label: '材质',
      synonyms: [],
      required: false,
      kind: 'text',
      options: { 木: 'wood', 铁: 'iron' },
      explanation: '木或铁',
    },
    {
      key: 'placedOn',
      label: '安装日期',
      synonyms: [],
      required: false,
      kind: 'day',
      explanation: '2026-11-21',
    },
  ],
  schema: bench,
  keyOf: (row) => row.code,
  save: saveBench,
};

async function saveBench(context: Context, row: Bench, { mode }: SaveOptions): Promise<ImportOutcome> {
  if (power.failAt === row.code) throw new Error('power cut');
  if (row.place === '外区') throw new Problem('can.area', 403, { column: 'place' });
  const { db, streetId } = context;
  const written = await sql<{ fresh: boolean }>`
    insert into benches as old values (${streetId}, ${row.code}, ${row.place}, ${row.keeper ?? null}, ${row.phone ?? null}, ${row.kind ?? null}, ${row.placedOn ?? null}, 1)
    on conflict (street_id, code) do update set place = excluded.place, keeper = excluded.keeper, phone = excluded.phone, kind = excluded.kind,
      placed_on = excluded.placed_on, saves = old.saves + 1
    where ${mode} = 'add_and_update' and (old.place, old.keeper, old.phone, old.kind, old.placed_on)
      is distinct from (excluded.place, excluded.keeper, excluded.phone, excluded.kind, excluded.placed_on)
    returning (saves = 1) as fresh`.execute(db);
  const [first] = written.rows;
  if (!first) return 'unchanged';
  await context.emit({ name: 'bench.saved', subject: { module: 'benches', id: row.code }, data: {} });
  return first.fresh ? 'created' : 'updated';
}

export const benchesOut: ExportDefinition<{ kind?: string | undefined }> = {
  name: 'benches',
  title: '长椅台账',
  permission: 'area.read',
  columns: [
    { key: 'code', header: '编号', width: 24, kind: 'phone' },
    { key: 'place', header: '位置', width: 20, kind: 'text' },
    { key: 'phone', header: '联系电话', width: 16, kind: 'phone' },
    { key: 'saves', header: '次数', width: 8, kind: 'number' },
  ],
  filter: z.object({ kind: z.enum(['wood', 'iron']).optional() }),
  async *rows({ db, streetId }, { kind }, { masked }) {
    const { rows } = await sql<{ code: string; place: string; phone: string | null; saves: number }>`
      select code, place, phone, saves from benches where street_id = ${streetId} and (${kind ?? null}::text is null or kind = ${kind ?? null}) order by code`.execute(
      db,
    );
    for (const row of rows)
      yield {
        ...row,
        phone: masked && row.phone ? `${row.phone.slice(0, 3)}****${row.phone.slice(-4)}` : row.phone,
      };
  },
};
