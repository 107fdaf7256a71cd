// 台账: the long-term ledger, the five standard ledgers, and the sheets for print.

import type * as endpoints from '#contract/cases/ledgers/endpoints.ts';
import { type Ledger, sheetsMax } from '#contract/cases/ledgers/endpoints.ts';
import { fixedColumns, ledgerColumns } from '#contract/cases/ledgers/words.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { addDays, instantOn } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import { countMax, cutPage, decodeCursor, exactTotal } from '#kernel/cursor.ts';
import { Problem } from '#kernel/problem.ts';
import { getArea } from '#modules/territory/index.ts';
import { leaderGuard, suspendGuard } from '../guards.ts';
import { type LedgerFacts, ledgerCells } from '../ledgers/cells.ts';
import { may, ranksAt } from '../policy.ts';
import * as store from '../store/ledgers.ts';
import { placeOf } from '../store/list.ts';
import { matterNames } from '../store/matters.ts';
import { viewListed, viewRequester } from '../view.ts';
import { loadFor } from './load.ts';
import { getCase, namesOf } from './read.ts';
import { hold, makeNote } from './step.ts';

export async function listSuspended(
  context: Context,
  input: InputOf<typeof endpoints.listSuspended>,
): Promise<OutputOf<typeof endpoints.listSuspended>> {
  const areaPath = input.areaId ? (await getArea(context, input.areaId)).path : undefined;
  const found = await store.listSuspendedRows(context, input.which, areaPath, {
    after: placeOf(input.cursor),
    limit: input.limit,
  });
  const page = cutPage(found, input.limit, (row) => [row.place, row.id]);
  const rows = new Map(
    (
      await store.casesByIds(
        context,
        page.rows.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const names = await namesOf(context, [...rows.values()]);
  return {
    items: page.rows.flatMap((entry) => {
      const row = rows.get(entry.id);
      if (!row) return [];
      const leads = leaderGuard(ranksAt(context.actor, row.area_path));
      const reviews = may(context.actor, 'case.review', row.area_path) || 'can.area';
      const closure =
        row.closure_type === 'special' || row.closure_type === 'error' ? row.closure_type : null;
      return [
        {
          ...viewListed(context, row, names),
          plan: entry.plan ?? '',
          until: row.suspended_until,
          since: entry.since ?? row.reported_at,
          by: entry.by_name ?? '',
          renewals: entry.renewals,
          closure,
          canRenew: closure ? 'case.not_suspended' : leads,
          canResume: closure ? 'case.not_suspended' : reviews,
        },
      ];
    }),
    nextCursor: page.nextCursor,
    total: input.cursor === undefined && page.nextCursor === null ? page.rows.length : null,
  };
}

/** Stays on the ledger: its next review moves, its plan is told anew. */
export async function renewSuspension(context: Context, input: InputOf<typeof endpoints.renewSuspension>) {
  const { row } = await loadFor(context, 'case.review', input);
  hold(row.status === 'suspended' ? true : 'case.not_suspended');
  hold(leaderGuard(ranksAt(context.actor, row.area_path)));
  hold(suspendGuard(context.now, new Date(input.until)));
  return await makeNote(context, row, 'renew_suspension', {
    note: input.plan,
    data: { until: input.until, before: row.suspended_until },
    columns: { suspended_until: input.until },
  });
}

type LedgerFilter = Pick<InputOf<typeof endpoints.readLedger>, 'from' | 'to' | 'areaId'>;

export interface LedgerPlace {
  cursor?: string | undefined;
  limit: number;
}

/** One page of a ledger as cells by column key; `masked` as its export says. */
export async function ledgerPage(
  context: Context,
  ledger: Ledger,
  filter: LedgerFilter,
  { cursor, limit }: LedgerPlace,
  masked: boolean,
) {
  const span = await spanOf(context, filter);
  const found = await store.listLedgerRows(context, ledger, span, { after: ledgerPlace(cursor), limit });
  const page = cutPage(found, limit, (row) => [row.at, row.row_id]);
  const facts = await factsOf(context, page.rows, masked);
  return {
    rows: page.rows.map((row) => ({
      rowId: row.row_id,
      caseId: row.case_id,
      cells: ledgerCells(ledger, row, facts(row.case_id), context.now),
    })),
    nextCursor: page.nextCursor,
  };
}

const spanOf = async (context: Context, { from, to, areaId }: LedgerFilter): Promise<store.LedgerSpan> => ({
  from: from ? instantOn(from) : undefined,
  to: to ? instantOn(addDays(to, 1)) : undefined,
  areaPath: areaId ? (await getArea(context, areaId)).path : undefined,
});

function ledgerPlace(cursor: string | undefined): { at: string; id: string } | null {
  const values = decodeCursor(cursor, 2);
  if (!values) return null;
  const [at, id] = values.map(String);
  if (!at || !id || Number.isNaN(Date.parse(at))) throw new Problem('input.cursor', 400);
  return { at, id };
}

async function factsOf(
  context: Context,
  rows: readonly store.LedgerRow[],
  masked: boolean,
): Promise<(caseId: string) => LedgerFacts> {
  const ids = [...new Set(rows.map(({ case_id }) => case_id))];
  const requesters = new Map((await store.firstRequesters(context, ids)).map((one) => [one.case_id, one]));
  const cases = new Map((await store.casesByIds(context, ids)).map((row) => [row.id, row]));
  const matters = await matterNames(
    context,
    rows.map((row) => row.matter_code),
  );
  return (caseId) => {
    const row = cases.get(caseId);
    const one = requesters.get(caseId);
    const matter = row?.matter_code ? (matters.get(row.matter_code) ?? null) : null;
    if (!row || !one) return { requester: null, phone: null, matter };
    const seen = viewRequester(context, row, one);
    // Who asked not to be shown stays unseen in a sheet that shows the others.
    const shown = seen.name !== '';
    const clear = !masked && shown;
    return {
      matter,
      requester: clear ? one.name : seen.name || null,
      phone: clear && one.phone_cipher ? context.services.crypto.decrypt(one.phone_cipher) : seen.phone,
    };
  };
}

export async function readLedger(
  context: Context,
  input: InputOf<typeof endpoints.readLedger>,
): Promise<OutputOf<typeof endpoints.readLedger>> {
  const columns = [...fixedColumns, ...ledgerColumns[input.ledger]];
  const page = await ledgerPage(context, input.ledger, input, input, true);
  const total = await store.countLedgerRows(
    context,
    input.ledger,
    await spanOf(context, input),
    countMax + 1,
  );
  return {
    columns: columns.map(({ header }) => header),
    items: page.rows.map(({ rowId, caseId, cells }) => ({
      rowId,
      caseId,
      cells: columns.map(({ key }) => cells[key] ?? null),
    })),
    nextCursor: page.nextCursor,
    total: exactTotal(total),
  };
}

/** Up to 50 cases as they are printed; one out of reach refuses all, so that no sheet is silently missing. */
export async function readSheets(
  context: Context,
  input: InputOf<typeof endpoints.readSheets>,
): Promise<OutputOf<typeof endpoints.readSheets>> {
  const ids = [...new Set(input.ids)].slice(0, sheetsMax);
  const cases: CaseRecord[] = [];
  for (const caseId of ids) cases.push(await getCase(context, { caseId }));
  return {
    street: context.street.name,
    printedBy: context.actor.displayName,
    printedAt: context.now.toISOString(),
    cases,
  };
}
