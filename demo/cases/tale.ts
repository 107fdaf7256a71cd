// One case on its way: act by act through the endpoints, until its story is told or has caught up with the present.
import type { CaseMoved } from '#contract/cases/records.ts';
import type { AnyEndpoint } from '#contract/define.ts';
import { type Holder, perform, type Stage } from '../replay/stage.ts';
import type { Imagined } from './imagine.ts';
import type { Neighbourhood, Office } from './people.ts';

/** How far a case has come, in the words of the stories. */
export type Mark =
  | 'reported'
  | 'asked_grid'
  | 'registered'
  | 'dispatched'
  | 'returned'
  | 'accepted'
  | 'contacted'
  | 'started'
  | 'excluding'
  | 'extending'
  | 'blown'
  | 'acknowledged'
  | 'arrived'
  | 'suspended'
  | 'handed_in'
  | 'told_first'
  | 'signed_1'
  | 'signed_2'
  | 'signed_3'
  | 'signed'
  | 'missed_calls'
  | 'back_at_work'
  | 'closed';

/** Thrown where a story has caught up with the end of the stage, or was to be told no further. */
const enough = Symbol('enough');

export type Body = (now: Date) => object;

export interface Tale {
  stage: Stage;
  office: Office;
  here: Neighbourhood;
  imagined: Imagined;
  /** The case as the last act left it. */
  on(): CaseMoved;
  /** Does something, so many minutes after the last, to this case or to the one named. */
  act(after: number, who: Holder, endpoint: AnyEndpoint, body?: Body, named?: CaseMoved): Promise<CaseMoved>;
  /** Where the story has come to; it ends where it was to be told no further. */
  reached(mark: Mark): void;
  /** Somebody else changed the case: its version is read again. */
  refresh(): Promise<void>;
}

export function taleOf(
  { stage, office, here, imagined }: Pick<Tale, 'stage' | 'office' | 'here' | 'imagined'>,
  begun: CaseMoved,
): Tale {
  const { pace, upTo, chance } = imagined;
  let on = begun;
  return {
    stage,
    office,
    here,
    imagined,
    on: () => on,
    act: async (after, who, endpoint, body, named) => {
      const gap = pace === undefined ? after : Math.max(1, Math.round(pace * (0.5 + chance.next() / 2)));
      later(stage, gap, pace !== undefined);
      const about = named ?? on;
      const request = {
        params: { caseId: about.caseId },
        body: { ...body?.(stage.clock.now()), version: about.version },
      };
      const answer = (await perform(stage, who, endpoint, request as never)) as CaseMoved;
      if (answer.caseId === on.caseId) on = answer;
      return answer;
    },
    reached: (mark) => {
      if (mark === upTo) throw enough;
    },
    refresh: async () => {
      const row = await stage.db
        .selectFrom('cases')
        .select(['status', 'round', 'version'])
        .where('street_id', '=', stage.street.streetId)
        .where('id', '=', on.caseId)
        .executeTakeFirstOrThrow();
      on = { ...on, ...row };
    },
  };
}

/** People work by day; only a story that must come as far as it was meant to goes on at night shortly before its end. */
function later(stage: Stage, minutes: number, mustGoOn: boolean): void {
  const wanted = new Date(stage.clock.now().getTime() + minutes * 60_000);
  const isClose = stage.end.getTime() - wanted.getTime() < closeMs;
  const then = mustGoOn && isClose ? wanted : inTheDay(wanted);
  if (then > stage.end) throw enough;
  stage.clock.set(then);
}

const closeMs = 36 * 3_600_000;
const workBegins = 8;
const workEnds = 21;

/** The next morning, some minutes after eight, where it is night in Beijing. */
export function inTheDay(wanted: Date): Date {
  const hour = (wanted.getUTCHours() + 8) % 24;
  if (hour >= workBegins && hour < workEnds) return wanted;
  const wait = (workBegins - hour + 24) % 24;
  return new Date(wanted.getTime() + wait * 3_600_000);
}

/** Runs a story as far as it goes. */
export async function untilEnough(story: () => Promise<void>): Promise<void> {
  try {
    await story();
  } catch (end) {
    if (end !== enough) throw end;
  }
}
