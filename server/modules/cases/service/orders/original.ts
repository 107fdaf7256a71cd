// The order as it came, for who may read the case: personal values masked, the columns of others for intake.
import type { CaseOriginal, readOriginal as readEndpoint } from '#contract/cases/orders/endpoints.ts';
import { type OrderColumn, orderColumns } from '#contract/cases/orders/words.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { maskName, maskPhone } from '#kernel/mask/mask.ts';
import { maskPhones } from '../../ledgers/phones.ts';
import { may } from '../../policy.ts';
import type { CaseRow } from '../../store/cases.ts';
import { requestersOf } from '../../store/parts.ts';
import { findSource } from '../../store/sources.ts';
import { loadReadable } from '../load.ts';
import { openSource } from './source.ts';

export async function readOriginal(
  context: Context,
  { caseId }: InputOf<typeof readEndpoint>,
): Promise<OutputOf<typeof readEndpoint>> {
  const { row } = await loadReadable(context, caseId);
  const intake = may(context.actor, 'case.intake', row.area_path);
  // Who asked to stay hidden is not shown to the unit, and every cell may name the caller.
  const shown = intake || !(await isHidden(context, row));
  return { original: await orderOf(context, row, intake, shown) };
}

async function isHidden(context: Context, row: CaseRow): Promise<boolean> {
  if (row.request_type === 'report') return true;
  return (await requestersOf(context, row.id)).some(({ hidden }) => hidden);
}

async function orderOf(
  context: Context,
  row: CaseRow,
  intake: boolean,
  shown: boolean,
): Promise<CaseOriginal | null> {
  const stored = await findSource(context, row.id);
  if (!stored) return null;
  const { cells, changes } = openSource(context, stored);
  const isShown = (field: string) => (field in masks ? shown : field in orderColumns || intake);
  return {
    origin: stored.origin,
    receivedAt: stored.received_at,
    changedAt: changes.at(-1)?.at ?? null,
    cells: Object.entries(cells)
      .filter(([field]) => isShown(field))
      .map(([field, value]) => ({ ...named(field), value: masked(field, value) })),
    changes: changes
      .filter(({ change }) => isShown(change.field))
      .map(({ at, change: { field, before, after } }) => ({
        ...named(field),
        at,
        before: before === null ? null : masked(field, before),
        after: masked(field, after),
      }))
      .toReversed(),
  };
}

const isColumn = (field: string): field is OrderColumn => field in orderColumns;

const named = (field: string) =>
  isColumn(field) ? { column: field, header: '' } : { column: null, header: field.replace(/^other:/, '') };

const masks: Readonly<Partial<Record<string, (value: string) => string>>> = {
  callerName: maskName,
  // Several numbers in one cell, some without an area code.
  callerPhone: (value) => maskPhones(value).replace(/\d{7,}/g, maskPhone),
  callerSex: (value) => value,
};

const masked = (field: string, value: string): string => (masks[field] ?? maskPhones)(value);
