// The timeline as its requester reads it: what was done by which office, never an inner note. Pure.
import type { Act } from '#contract/cases/codes.ts';
import type { Move } from '#contract/cases/machine.ts';
import type { PlainAct } from '#contract/cases/resident/codes.ts';
import type { PlainCase } from '#contract/cases/resident/records.ts';

export interface ToldStep {
  at: string;
  name: Move | Act;
  to_status: string;
  note: string | null;
  data: Record<string, unknown>;
}

export interface Teller {
  /** Name of the unit with this id; null for one that is not known any more. */
  unitName(unitId: string): string | null;
  /** Is this requester the viewer? Words and photos of other neighbours stay theirs. */
  isOwn(requesterId: string): boolean;
  isVoice(fileId: string): boolean;
  /** The result is approved; until then its pictures are the office's. */
  isAnswered: boolean;
  /** Whose turn it is, for steps of the unit. */
  lead: string | null;
}

/** A word for every step that concerns the requester; the others are missing. */
const acts: Partial<Record<Move | Act, PlainAct>> = {
  submit: 'reported',
  open: 'reported',
  register: 'taken_up',
  reject: 'not_taken_up',
  merge: 'joined',
  dispatch: 'sent',
  reassign: 'sent',
  escalate_tier: 'sent',
  self_handle: 'accepted',
  accept: 'accepted',
  contact: 'contacted',
  add_progress: 'progress',
  suspend: 'suspended',
  resume: 'resumed',
  grant_extension: 'extended',
  supervise: 'supervised',
  submit_result: 'handed_in',
  answer_directly: 'answered',
  review_approve: 'answered',
  begin_confirmation: 'asked',
  confirm_pass: 'closed',
  confirm_fail: 'again',
  close_special: 'closed',
  reopen: 'reopened',
  withdraw: 'withdrawn',
  transfer_out: 'transferred',
  follow: 'followed',
  supplement: 'added',
  urge: 'urged',
};

type Told = PlainCase['timeline'][number];

export function tellSteps(steps: readonly ToldStep[], teller: Teller): Told[] {
  let lead: string | null = null;
  const told: Told[] = [];
  for (const step of steps) {
    lead = leadAfter(step, teller) ?? lead;
    const act = actOf(step);
    if (act === null) continue;
    const { fileIds, voiceIds } = filesShown(step, teller);
    told.push({
      at: step.at,
      act,
      unit: unitActs.includes(act) ? (lead ?? teller.lead) : null,
      note: noteShown(step, teller),
      until: untilShown(step),
      fileIds,
      voiceIds,
    });
  }
  return told;
}

const unitActs: readonly PlainAct[] = [
  'sent',
  'accepted',
  'contacted',
  'tried',
  'arrived',
  'progress',
  'handed_in',
  'answered',
];

function actOf(step: ToldStep): PlainAct | null {
  const act = acts[step.name] ?? null;
  if (step.name === 'review_approve' && step.to_status !== 'resolved') return null;
  if (step.name === 'add_progress' && step.data.mark === 'arrived') return 'arrived';
  if (step.name === 'add_progress' && step.data.shown !== true) return null;
  if (step.name === 'contact' && step.data.outcome === 'no_answer') return 'tried';
  return act;
}

function leadAfter(step: ToldStep, teller: Teller): string | null {
  const lead = step.data.lead as { unitId?: unknown } | undefined;
  return typeof lead?.unitId === 'string' ? teller.unitName(lead.unitId) : null;
}

/** Steps whose note was written for the requester, or by the requester. */
function noteShown(step: ToldStep, teller: Teller): string | null {
  if (step.name === 'add_progress') return step.data.shown === true ? step.note : null;
  const isSaying = step.name === 'supplement' || step.name === 'follow';
  return isSaying && isOwn(step, teller) ? step.note : null;
}

const isOwn = (step: ToldStep, teller: Teller): boolean =>
  typeof step.data.requesterId === 'string' && teller.isOwn(step.data.requesterId);

const isByHandlers = ({ name }: ToldStep, { isAnswered }: Teller): boolean =>
  name === 'add_progress' || (name === 'submit_result' && isAnswered);

function filesShown(step: ToldStep, teller: Teller): Pick<Told, 'fileIds' | 'voiceIds'> {
  const given = Array.isArray(step.data.fileIds) ? step.data.fileIds.map(String) : [];
  const shown = isByHandlers(step, teller) || isOwn(step, teller) ? given : [];
  return {
    fileIds: shown.filter((fileId) => !teller.isVoice(fileId)),
    voiceIds: shown.filter((fileId) => teller.isVoice(fileId)),
  };
}

function untilShown({ name, data }: ToldStep): string | null {
  const until = name === 'grant_extension' ? data.after : name === 'suspend' ? data.until : null;
  return typeof until === 'string' ? until : null;
}
