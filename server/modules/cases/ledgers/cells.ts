// One row of a ledger as the cells of its sheet. Pure.
import type { Ledger } from '#contract/cases/ledgers/endpoints.ts';
import { ledgerWords as words } from '#contract/cases/ledgers/words.ts';
import type { Kind, Status } from '#contract/cases/machine.ts';
import { kindLabels, satisfactionLabels, solvedLabels, statusLabels } from '#contract/cases/words.ts';
import type { Role } from '#contract/identity/roles.ts';
import { roleWords } from '#contract/identity/words.ts';
import { shanghaiMinute } from '#kernel/sheets/shanghai.ts';
import { maskPhones } from './phones.ts';

export interface LedgerFacts {
  requester: string | null;
  phone: string | null;
  matter: string | null;
}

interface Row {
  at: string;
  more: Readonly<Record<string, string | number | null>>;
  number: string;
  title: string;
  lead_name: string | null;
  due_at: string | null;
  status: string;
  closed_at: string | null;
  external_number: string | null;
  kind: string;
  place_text: string;
  finished_at: string | null;
  round: number;
  result: string | null;
  dispatched_at: string | null;
  accepted_at: string | null;
  contacted_at: string | null;
}

type Cells = Record<string, string | null>;

const minute = (at: string | number | null | undefined): string | null =>
  typeof at === 'string' ? shanghaiMinute(new Date(at)) : null;
const text = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
const labelled = (labels: object, code: string | number | null | undefined): string | null =>
  (labels as Record<string, string>)[String(code)] ?? null;

export function ledgerCells(ledger: Ledger, row: Row, facts: LedgerFacts, now: Date): Cells {
  return { ...fixedCells(row), at: minute(row.at), ...ownCells[ledger](row, facts, now) };
}

const fixedCells = (row: Row): Cells => ({
  number: row.number,
  title: maskPhones(row.title),
  lead: row.lead_name,
  due: minute(row.due_at),
  status: statusLabels[row.status as Status],
  closed: minute(row.closed_at),
});

const ownCells: Record<Ledger, (row: Row, facts: LedgerFacts, now: Date) => Cells> = {
  intake: (row, facts) => ({
    externalNumber: row.external_number,
    kind: kindLabels[row.kind as Kind],
    matter: facts.matter,
    place: row.place_text,
    requester: facts.requester,
    phone: facts.phone,
  }),
  handling: (row, _facts, now) => ({
    dispatched: minute(row.dispatched_at),
    accepted: minute(row.accepted_at),
    contacted: minute(row.contacted_at),
    finished: minute(row.finished_at),
    late: isLate(row, now) ? words.yes : words.no,
    round: String(row.round),
    result: row.result && maskPhones(row.result),
  }),
  suspension: ({ more }) => ({
    plan: text(more.plan) && maskPhones(String(more.plan)),
    until: minute(more.until),
    by: text(more.by),
    step: labelled(words.step, more.step),
  }),
  callback: ({ more }) => ({
    by: text(more.by),
    outcome: labelled(words.outcome, more.outcome),
    contacted: labelled(words.contacted, more.contacted),
    solved: labelled(solvedLabels, more.solved),
    satisfaction: labelled(satisfactionLabels, more.satisfaction),
    words: text(more.words) && maskPhones(String(more.words)),
  }),
  signature: ({ more }) => ({
    round: text(more.round),
    level: text(more.level),
    signer: text(more.signer),
    onBehalfOf: text(more.onBehalfOf),
    role: more.role ? roleWords[more.role as Role] : null,
    instruction: text(more.instruction),
    stay: more.minutes === null ? null : words.minutes(Number(more.minutes)),
    way: labelled(words.way, more.way),
    digest: text(more.digest),
  }),
};

/** Late is what was finished late, or is not finished and past its date. */
const isLate = ({ due_at, finished_at }: Row, now: Date): boolean =>
  due_at !== null && Date.parse(finished_at ?? now.toISOString()) > Date.parse(due_at);
