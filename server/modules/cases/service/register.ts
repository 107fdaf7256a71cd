// The register as its export writes it: the rows of the list, with what the list has no room for.
import type { z } from 'zod';
import type { caseFilter } from '#contract/cases/endpoints.ts';
import {
  closureTypeLabels,
  kindLabels,
  requestTypeLabels,
  satisfactionLabels,
  solvedLabels,
  statusLabels,
  urgencyLabels,
} from '#contract/cases/words.ts';
import type { Context } from '#kernel/context.ts';
import { cutPage } from '#kernel/cursor.ts';
import { shanghaiMinute } from '#kernel/sheets/shanghai.ts';
import { maskPhones } from '../ledgers/phones.ts';
import type { CaseRow } from '../store/cases.ts';
import { firstRequesters } from '../store/ledgers.ts';
import { listCaseRows, placeInList } from '../store/list.ts';
import { viewRequester } from '../view.ts';
import { reachFor } from './reach.ts';
import { namesOf } from './read.ts';

type Filter = z.output<typeof caseFilter> & { cursor?: string | undefined; limit: number };

const minute = (at: string | null) => (at === null ? null : shanghaiMinute(new Date(at)));

export async function registerPage(context: Context, input: Filter, masked: boolean) {
  const { reach, areaPath } = await reachFor(context, input);
  const filter = { ...input, areaPath };
  const page = cutPage(await listCaseRows(context, reach, filter), input.limit, (row) =>
    placeInList(filter, row),
  );
  const names = await namesOf(context, page.rows);
  const first = new Map(
    (
      await firstRequesters(
        context,
        page.rows.map(({ id }) => id),
      )
    ).map((one) => [one.case_id, one]),
  );
  const requesterOf = (row: CaseRow) => {
    const one = first.get(row.id);
    if (!one) return { requester: null, phone: null };
    const seen = viewRequester(context, row, one);
    if (masked || seen.name === '') return { requester: seen.name || null, phone: seen.phone };
    const phone = one.phone_cipher ? context.services.crypto.decrypt(one.phone_cipher) : null;
    return { requester: one.name, phone };
  };
  const plain = (words: string) => (masked ? maskPhones(words) : words);
  return {
    rows: page.rows.map((row) => ({
      number: row.number,
      title: plain(row.title),
      lead: row.lead_name,
      due: minute(row.due_at),
      status: statusLabels[row.status],
      closed: minute(row.closed_at),
      reported: minute(row.reported_at),
      externalNumber: row.external_number,
      kind: kindLabels[row.kind],
      requestType: requestTypeLabels[row.request_type],
      urgency: urgencyLabels[row.urgency],
      matter: row.matter_code ? (names.matters.get(row.matter_code) ?? null) : null,
      place: row.place_text,
      area: row.area_id ? (names.areas.get(row.area_id) ?? null) : null,
      text: plain(row.text),
      ...requesterOf(row),
      finished: minute(row.finished_at),
      result: row.result && plain(row.result),
      solved: row.solved ? solvedLabels[row.solved] : null,
      satisfaction: row.satisfaction ? satisfactionLabels[row.satisfaction] : null,
      closure: row.closure_type ? closureTypeLabels[row.closure_type] : null,
    })),
    nextCursor: page.nextCursor,
  };
}
