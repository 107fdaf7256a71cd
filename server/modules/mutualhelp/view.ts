// An ask as its viewer may know it: names masked, phones nowhere.
import { limits } from '#contract/mutualhelp/codes.ts';
import type { HelpAsk, HelpOffer, ModeratedAsk } from '#contract/mutualhelp/records.ts';
import { demandOf } from '#contract/mutualhelp/safety.ts';
import { maskName } from '#kernel/mask/mask.ts';
import { type Home, nearnessOf } from './places.ts';
import * as rules from './rules.ts';
import type { AskRow } from './store/asks.ts';
import type { PledgeRow } from './store/pledges.ts';
import type { ReportRow } from './store/reports.ts';

/** What stands beside the rows, read once for a whole list. */
export interface Beside {
  pledges: ReadonlyMap<string, readonly PledgeRow[]>;
  names: ReadonlyMap<string, string>;
  signed: ReadonlySet<string>;
  thanked: ReadonlyMap<string, number>;
  areas: ReadonlyMap<string, string>;
  /** Where these people live, as a path of places. */
  homes: ReadonlyMap<string, string>;
}

export interface Viewer {
  personId: string;
  age: number | null;
  now: Date;
  home: Home;
}

export const askNow = (row: AskRow): rules.AskNow => ({
  status: row.status,
  askerId: row.asker_id,
  endsAt: row.ends_at,
});

const agreedOf = (pledges: readonly PledgeRow[]) =>
  pledges.filter(({ state }) => ['agreed', 'thanked', 'missed'].includes(state));

function factsOf(row: AskRow, beside: Beside) {
  return {
    askId: row.id,
    kind: row.kind,
    text: row.text,
    asker: maskName(beside.names.get(row.asker_id) ?? ''),
    area: { areaId: row.area_id, name: beside.areas.get(row.area_id) ?? '' },
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    safeguards: row.safeguards,
    company: row.company,
    needsAgreement: demandOf(row.safeguards).agreement,
    helpersWanted: row.helpers_wanted,
    helpersAgreed: agreedOf(beside.pledges.get(row.id) ?? []).length,
    points: row.points,
    status: row.status,
    thanks: row.thanks,
    askedAt: row.asked_at,
    version: row.version,
  };
}

const pledgeOf = (row: PledgeRow, beside: Beside, viewer: Pick<Viewer, 'personId' | 'home'> | null) => ({
  pledgeId: row.id,
  helper: {
    name: maskName(beside.names.get(row.helper_id) ?? ''),
    agreementSigned: beside.signed.has(row.helper_id),
    helpedCount: beside.thanked.get(row.helper_id) ?? 0,
    nearness: viewer && nearnessOf(viewer.home, beside.homes.get(row.helper_id)),
  },
  state: row.state,
  isMine: row.helper_id === viewer?.personId,
  pledgedAt: row.pledged_at,
});

export function viewAsk(row: AskRow, beside: Beside, viewer: Viewer): HelpAsk {
  const pledges = beside.pledges.get(row.id) ?? [];
  const own = pledges.find(({ helper_id }) => helper_id === viewer.personId);
  const mine = row.asker_id === viewer.personId ? 'asker' : own ? 'helper' : 'none';
  const shown = mine === 'asker' ? pledges : own ? [own] : [];
  return {
    ...factsOf(row, beside),
    nearness: nearnessOf(viewer.home, row.home_path),
    mine,
    pledges: shown.map((pledge) => pledgeOf(pledge, beside, viewer)),
    can: canDo(row, pledges, own, viewer, beside.signed.has(viewer.personId)),
  };
}

function canDo(
  row: AskRow,
  pledges: readonly PledgeRow[],
  own: PledgeRow | undefined,
  viewer: Viewer,
  agreementSigned: boolean,
): HelpAsk['can'] {
  const ask = askNow(row);
  const { personId, age, now } = viewer;
  const agreedIds = agreedOf(pledges).map(({ helper_id }) => helper_id);
  const fits = rules.helperFault({ age, agreementSigned }, demandOf(row.safeguards).agreement);
  const pledge = rules.mayPledge(ask, personId, own?.state ?? null, now);
  return {
    pledge: pledge === true ? (fits ?? true) : pledge,
    withdraw: rules.mayWithdraw(ask, own?.state ?? null),
    agree: rules.mayAgree(ask, personId),
    contact: rules.maySeeContact(ask, personId, agreedIds),
    done: rules.mayFinish(ask, personId, agreedIds.length),
    cancel: rules.mayCancel(ask, personId),
    report: rules.mayReport(ask, personId),
  };
}

export function viewModerated(row: AskRow, beside: Beside, reports: readonly ReportRow[]): ModeratedAsk {
  const isReported = reports.some(({ closed_at }) => closed_at === null);
  return {
    ...factsOf(row, beside),
    pledges: (beside.pledges.get(row.id) ?? []).map((pledge) => pledgeOf(pledge, beside, null)),
    reports: reports.map((report) => ({
      reportId: report.id,
      reason: report.reason,
      note: report.note,
      reportedAt: report.reported_at,
      closedAt: report.closed_at,
      closedBy: report.closed_by,
    })),
    hiddenReason: row.hidden_reason,
    can: { hide: rules.mayHide(row.status), close: isReported || 'help.no_reports' },
  };
}

export const viewOffer = (
  row: { kinds: HelpOffer['kinds']; times: HelpOffer['times']; paused: boolean } | undefined,
  agreementSigned: boolean,
  age: number | null,
): HelpOffer => ({
  kinds: row?.kinds ?? [],
  times: row?.times ?? [],
  paused: row?.paused ?? false,
  agreementSigned,
  isElder: (age ?? 0) >= limits.elderAge,
});
