// A case as it will be once the deeds that wait on this phone have arrived. Pure.
import { type Move, moves, type Status, terminals, transitions } from '#contract/cases/machine.ts';
import type { CaseRecord, CaseVerb } from '#contract/cases/records.ts';

export interface GivenDeed {
  deed?: string | undefined;
  body: string;
  givenAt: number;
}

/** Deeds of the handling unit: what the phone may offer without asking. */
const handling: readonly CaseVerb[] = [
  'accept',
  'start',
  'contact',
  'add_progress',
  'submit_result',
  'return_to_dispatcher',
  'request_extension',
];

export function projected(record: CaseRecord, deeds: readonly GivenDeed[], by: string): CaseRecord {
  if (deeds.length === 0) return record;
  const after = deeds.reduce((now, deed) => apply(now, deed, by), record);
  return { ...after, can: { ...record.can, ...offered(record, after.status) } };
}

function apply(record: CaseRecord, { deed, body, givenAt }: GivenDeed, by: string): CaseRecord {
  const said = JSON.parse(body) as Partial<Record<string, unknown>>;
  const at = new Date(givenAt).toISOString();
  const status = isMove(deed) ? targetOf(record, deed) : record.status;
  const next = { ...record, status, version: record.version + 1 };
  if (deed === 'contact')
    return {
      ...next,
      contacts: [
        ...record.contacts,
        { at, by, way: said.way, outcome: said.outcome, note: null } as CaseRecord['contacts'][number],
      ],
    };
  if (deed === 'tell_first')
    return {
      ...next,
      timeline: [
        ...record.timeline,
        { ...blankStep(record), at, name: 'tell_first', note: String(said.reason ?? ''), data: {} },
      ],
    };
  if (deed === 'add_progress')
    return {
      ...next,
      timeline: [...record.timeline, { ...blankStep(record), at, data: { mark: said.mark ?? null } }],
    };
  return deed === 'submit_result' ? { ...next, finishedAt: at, result: String(said.result ?? '') } : next;
}

const blankStep = ({ status, round, timeline }: CaseRecord): CaseRecord['timeline'][number] => ({
  ...(timeline.at(-1) as CaseRecord['timeline'][number]),
  seq: timeline.length + 1,
  name: 'add_progress',
  from: status,
  to: status,
  round,
  note: null,
});

const isMove = (deed: string | undefined): deed is Move =>
  (moves as readonly (string | undefined)[]).includes(deed);

function targetOf(record: CaseRecord, move: Move): Status {
  if (move === 'submit_result') return record.reviewLevels > 0 ? 'under_review' : 'resolved';
  return transitions[record.status][move]?.[0] ?? record.status;
}

/** Whoever leads it now leads it in every state the own deeds bring it to. */
function offered(record: CaseRecord, status: Status): Partial<CaseRecord['can']> {
  if (record.can.contact === 'case.not_your_unit') return {};
  const isOpen = !terminals.includes(status);
  const rights = handling.map((verb) => [
    verb,
    isMove(verb) ? mayMove(record, status, verb) : isOpen || 'case.not_open',
  ]);
  return { ...Object.fromEntries(rights), tell_first: mayTellFirst(record, status) };
}

function mayTellFirst({ urgency }: CaseRecord, status: Status): true | string {
  if (status !== 'under_review') return 'case.illegal_move';
  return urgency === 'critical' || 'case.not_critical';
}

function mayMove(record: CaseRecord, status: Status, move: Move): true | string {
  const isKnown = transitions[status][move] !== undefined && !record.switchedOff.includes(move);
  return isKnown || 'case.illegal_move';
}

/** Work begins after the requester was spoken to, or where nobody asked (the server's guard says the same). */
export function mayStart({ requesters, contacts, timeline, round }: CaseRecord): boolean {
  if (requesters.length === 0) return true;
  const begun = timeline.findLast((step) => step.round < round)?.at ?? '';
  return contacts.some(({ outcome, at }) => outcome !== 'no_answer' && at > begun);
}
