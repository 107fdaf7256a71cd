// What other programs hand in for people, and what everybody may read of it: no words before staff published them.
import type { PlainStatus, RequestType } from '#contract/cases/codes.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import type { Context } from '#kernel/context.ts';
import { plainStatusOf } from '../plainWords.ts';
import { isOpen } from '../rules.ts';
import { matterNames } from '../store/matters.ts';
import { type OutsideFilter, type OutsideRow, outsideRows } from '../store/outside.ts';
import { create } from './create.ts';
import { keepSource } from './orders/source.ts';
import { phoneColumns } from './resident/caller.ts';
import { makeMove } from './step.ts';

export type { OutsideFilter } from '../store/outside.ts';

export interface OutsideReport {
  text: string;
  matterCode: string;
  requestType: RequestType;
  areaId: string | null;
  placeText: string;
  /** CGCS2000. */
  longitude: number | null;
  latitude: number | null;
  requester: { name: string; phone: string | null; hidden: boolean } | null;
  /** What else came along, under the header the case page shows it by; kept encrypted. */
  cells: Record<string, string>;
}

/** The actor stands for the program; who asked is the requester. */
export async function reportFromOutside(
  context: Context,
  { requester, cells, ...said }: OutsideReport,
): Promise<CaseMoved> {
  const asked = requester && {
    id: context.newId(),
    account_id: null,
    name: requester.name,
    ...phoneColumns(context, requester.phone),
    on_behalf_of: null,
    hidden: requester.hidden,
    added_at: context.now,
  };
  const facts = {
    ...said,
    kind: 'resident_report',
    channel: 'open311',
    title: null,
    urgency: null,
    externalNumber: null,
    dueAt: null,
  } as const;
  const row = await create(context, { ...facts, fileIds: [] }, asked);
  if (Object.keys(cells).length > 0)
    await keepSource(context, row.id, 'open311', { cells, versions: [], changes: [] });
  return await makeMove(context, row, 'submit');
}

/** A case as anybody may know it. */
export interface OutsideCase {
  /** Of the case for what came from outside, of the publication for the rest: no public page names a case. */
  requestId: string;
  isOpen: boolean;
  status: PlainStatus | 'merged';
  matter: { code: string; name: string } | null;
  /** The words that staff checked; null while nothing is published. */
  published: { asked: string; done: string; communityId: string | null } | null;
  unit: string | null;
  reportedAt: string;
  updatedAt: string;
  dueAt: string | null;
}

/** Newest first: what came from outside, and what was published. */
export async function listOutside(context: Context, filter: OutsideFilter): Promise<OutsideCase[]> {
  const rows = await outsideRows(context, filter);
  const names = await matterNames(
    context,
    rows.map(({ matter_code }) => matter_code),
  );
  return rows.map((row) => present(row, names));
}

function present(row: OutsideRow, names: ReadonlyMap<string, string>): OutsideCase {
  const open = isOpen(row.status);
  const { asked, done, community_id: communityId } = row;
  return {
    requestId: row.request_id,
    isOpen: open,
    status: row.status === 'merged' ? 'merged' : plainStatusOf[row.status],
    matter:
      row.matter_code === null ? null : { code: row.matter_code, name: names.get(row.matter_code) ?? '' },
    published: asked === null || done === null ? null : { asked, done, communityId },
    unit: asked === null ? null : row.lead_name,
    reportedAt: row.reported_at,
    updatedAt: open ? row.updated_at : (row.closed_at ?? row.updated_at),
    dueAt: row.due_at,
  };
}
