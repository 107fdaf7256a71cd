// What is done with a case after it has come in: by whom, how long after the last, and with which words.
import * as cases from '#contract/cases/endpoints.ts';
import { reviewLevelsOf } from '#contract/cases/kinds.ts';
import type { Status } from '#contract/cases/machine.ts';
import type { AnyEndpoint } from '#contract/define.ts';
import type { Holder } from '../replay/stage.ts';
import type { Imagined } from './imagine.ts';
import { type Neighbourhood, type Office, other } from './people.ts';
import * as words from './themes.ts';

export interface Beat {
  /** Minutes since the last. */
  after: number;
  who: Holder;
  endpoint: AnyEndpoint;
  body?: (now: Date) => object;
}

const hour = 60;
const day = 24 * hour;

interface Crew {
  unit: { kind: 'area' | 'organisation'; unitId: string };
  handler: Holder;
}

/** `leadId` is the company that a request about the own estate has gone to by itself. */
export function beatsOf(
  office: Office,
  here: Neighbourhood,
  imagined: Imagined,
  { status, leadId }: { status: Status; leadId: string | null },
): Beat[] {
  const { chance, theme, fate } = imagined;
  const crew = crewOf(office, here, imagined, leadId);
  if (!crew) return [];
  const dispatcher = chance.chance(0.5) ? here.secretary : chance.pick(office.of('dispatcher'));
  const beat = (after: number, who: Holder, endpoint: AnyEndpoint, body?: Beat['body']): Beat => ({
    after,
    who,
    endpoint,
    ...(body ? { body } : {}),
  });
  const intake: Beat[] = [];
  if (status === 'submitted') {
    const early = endedEarly(imagined, here);
    if (early) return [early];
    const register = { matterCode: theme.matter, urgency: 'ordinary' };
    intake.push(
      beat(chance.between(10, 180), here.secretary, cases.registerCase, () => ({
        ...register,
        areaId: here.areaId,
      })),
    );
  }
  if (fate === 'transferred' && status !== 'dispatched')
    return [
      ...intake,
      beat(chance.between(hour, day), dispatcher, cases.transferOut, () => ({
        authority: words.transferTo,
        receipt: `住建接〔${chance.between(100, 999)}〕`,
      })),
    ];
  if (status !== 'dispatched')
    intake.push(beat(chance.between(5, 120), dispatcher, cases.dispatchCase, () => ({ lead: crew.unit })));
  const signing = () => signatures(office, here, imagined, crew.handler, beat);
  const work = workBeats(office, imagined, crew, beat);
  return [...intake, ...work, ...signing(), ...callbacks(office, imagined, crew, beat, signing)];
}

type Make = (after: number, who: Holder, endpoint: AnyEndpoint, body?: Beat['body']) => Beat;

function crewOf(
  office: Office,
  here: Neighbourhood,
  { theme, chance }: Imagined,
  leadId: string | null,
): Crew | undefined {
  const { lead } = theme;
  if (leadId !== null) {
    const staff = office.of('property_staff').filter(({ posts }) => posts[0]?.organisationId === leadId);
    return staff.length > 0
      ? { unit: { kind: 'organisation', unitId: leadId }, handler: chance.pick(staff) }
      : undefined;
  }
  if (lead === 'community')
    return { unit: { kind: 'area', unitId: here.areaId }, handler: chance.pick(here.clerks) };
  const people =
    lead === 'property' && here.property.length > 0 ? here.property : chance.pick(office.sections);
  const handler = chance.pick(people);
  return { unit: { kind: 'organisation', unitId: handler.posts[0]?.organisationId ?? '' }, handler };
}

/** Not taken up, or taken back. */
function endedEarly({ fate, kind, chance }: Imagined, { secretary }: Neighbourhood): Beat | undefined {
  const after = chance.between(20, 5 * hour);
  if (fate === 'rejected' && kind !== 'property_request')
    return {
      after,
      who: secretary,
      endpoint: cases.rejectCase,
      body: () => ({ rejectReason: 'other_procedure', answer: chance.pick(words.rejectAnswers) }),
    };
  if (fate === 'withdrawn' && (kind === 'resident_report' || kind === 'dispute'))
    return {
      after,
      who: secretary,
      endpoint: cases.withdrawCase,
      body: () => ({ reason: chance.pick(words.withdrawReasons) }),
    };
  return undefined;
}

function workBeats(
  office: Office,
  { fate, kind, chance, result }: Imagined,
  { handler }: Crew,
  beat: Make,
): Beat[] {
  const missed = chance.chance(0.08)
    ? [
        beat(30, handler, cases.contactRequester, () => ({
          way: 'phone',
          outcome: 'no_answer',
          note: words.noAnswerNote,
        })),
      ]
    : [];
  const work = fate === 'slow' ? chance.between(6 * day, 12 * day) : chance.between(2 * hour, 4 * day);
  const begun = [
    beat(chance.between(20, 5 * hour), handler, cases.acceptCase),
    ...missed,
    beat(chance.between(15, 4 * hour), handler, cases.contactRequester, () => ({
      way: chance.pick(['phone', 'phone', 'visit']),
      outcome: 'reached',
    })),
    beat(chance.between(5, 90), handler, cases.startCase),
  ];
  if (work > day)
    begun.push(
      beat(chance.between(hour, day), handler, cases.addProgress, () => ({
        note: chance.pick(words.progressNotes),
        shown: true,
      })),
    );
  if (fate === 'suspended' && kind !== 'property_request') {
    const deputy = chance.pick(office.of('deputy_in_charge'));
    const until = (now: Date) =>
      new Date(now.getTime() + chance.between(30, 58) * day * 60_000).toISOString();
    begun.push(
      beat(chance.between(day, 3 * day), deputy, cases.suspendCase, (now) => ({
        plan: chance.pick(words.suspendPlans),
        until: until(now),
        requesterTold: true,
      })),
      beat(chance.between(25, 55) * day, deputy, cases.resumeCase),
    );
  }
  return [...begun, beat(work, handler, cases.submitResult, () => ({ result }))];
}

/** Level by level; nobody signs an own result or twice. */
function signatures(
  office: Office,
  here: Neighbourhood,
  { kind, chance, theme }: Imagined,
  handler: Holder,
  beat: Make,
): Beat[] {
  const levels = reviewLevelsOf(kind, 1);
  const chief = theme.lead === 'section' ? chance.pick(office.of('section_chief')) : here.secretary;
  const ladder = [
    other(chance, office.of('section_handler'), [handler]),
    chief,
    chance.pick(office.of('deputy_in_charge')),
    chance.pick(office.of('principal')),
  ];
  const signers = levels === 4 ? ladder : ladder.slice(1, 1 + levels);
  return signers.map((who) => beat(chance.between(30, 20 * hour), who, cases.reviewApprove));
}

function callbacks(
  office: Office,
  { fate, kind, chance }: Imagined,
  { handler }: Crew,
  beat: Make,
  signing: () => Beat[],
): Beat[] {
  const hasRequester = kind !== 'grid_case';
  const caller = chance.pick(office.of(hasRequester ? 'callback_operator' : 'inspector'));
  const begin = beat(chance.between(hour, 30 * hour), caller, cases.beginConfirmation);
  const content = () => ({
    solved: chance.chance(0.93) ? 'yes' : 'partly',
    satisfaction: chance.weighted([
      ['very', 5],
      ['satisfied', 4],
      ['basically', 1],
    ] as const),
  });
  const passed = beat(chance.between(20, 20 * hour), caller, cases.confirmPass, content);
  if (fate === 'special')
    return [
      begin,
      beat(5 * hour, chance.pick(office.of('principal')), cases.closeSpecial, () => ({
        closureType: 'special',
        reason: words.specialReason,
      })),
    ];
  if (fate === 'unreachable' && hasRequester)
    return [
      begin,
      beat(30 * hour, caller, cases.confirmPass, () => ({
        solved: 'unreachable',
        satisfaction: 'unreachable',
      })),
    ];
  if (fate !== 'dissatisfied') return [begin, passed];
  const failed = () => ({
    solved: 'no',
    satisfaction: 'dissatisfied',
    reason: chance.pick(words.dissatisfiedWords),
  });
  return [
    begin,
    beat(2 * hour, caller, cases.confirmFail, failed),
    beat(chance.between(4 * hour, 3 * day), handler, cases.submitResult, () => ({
      result: words.reworkResult,
    })),
    ...signing(),
    beat(chance.between(hour, 30 * hour), caller, cases.beginConfirmation),
    passed,
  ];
}
