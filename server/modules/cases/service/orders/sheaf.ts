// A case that takes its first steps before it is written: counted and told in memory, by the same rules as any step.
import type { Act } from '#contract/cases/codes.ts';
import type { Move } from '#contract/cases/machine.ts';
import type { Sla } from '#contract/cases/sla.ts';
import { keptCalendar } from '#kernel/calendar/kept.ts';
import type { Context, EmittedEvent } from '#kernel/context.ts';
import type { CaseClock, Counting } from '../../clocks/count.ts';
import { advance, type ClockState, noClocks } from '../../clocks/replay.ts';
import { moved } from '../../rules.ts';
import { stateOf } from '../../state.ts';
import type { NewCase } from '../../store/begin.ts';
import type { CaseRow, Columns } from '../../store/cases.ts';
import { slaFor } from '../limits.ts';
import { eventOf, lineOf } from '../step.ts';
import { clockWordsOf, columnsOf } from '../turn.ts';

/** By what the cases of one batch are counted. */
export async function countingNow(context: Context): Promise<Counting & { sla: Sla }> {
  return { sla: await slaFor(context, null), calendar: await keptCalendar(context) };
}

type DraftRow = NewCase & Pick<CaseRow, 'sla' | 'due_fixed' | 'inner_due_at'>;

interface Words {
  note: string | null;
  data?: Record<string, unknown>;
  columns?: Columns;
  /** Told together with others when all are in, not one by one. */
  together: boolean;
}

export class Sheaf {
  row: DraftRow;
  readonly steps: Record<string, unknown>[] = [];
  readonly events: EmittedEvent[] = [];
  private time: ClockState;
  private readonly context: Context;
  private readonly by: Counting;

  constructor(context: Context, row: NewCase, by: Counting) {
    this.context = context;
    this.by = by;
    this.row = { ...row, sla: null, due_fixed: false, inner_due_at: null };
    this.time = noClocks(row.kind);
  }

  get clocks(): readonly CaseClock[] {
    return this.time.clocks;
  }

  note(act: Act, words: Words): void {
    this.tell(act, stateOf(this.asRow()), words);
  }

  move(move: Move, words: Words): void {
    const next = moved(stateOf(this.asRow()), move);
    if (!next) throw new Error(`An order that begins cannot ${move}.`);
    this.tell(move, next, { ...words, columns: { status: next.status, ...words.columns } });
  }

  private tell(name: Move | Act, next: ReturnType<typeof stateOf>, words: Words): void {
    const { context, by } = this;
    const row = { ...this.asRow(), steps: this.steps.length };
    const { columns = {} } = words;
    const clock = clockWordsOf(row, columns, by.sla);
    const data = { ...words.data, ...(Object.keys(clock).length > 0 ? { clock } : {}) };
    this.time = advance(this.time, { at: context.now.toISOString(), name, to: next.status, data }, by);
    const told = {
      seq: row.steps + 1,
      eventId: context.newId(),
      name,
      from: row.status,
      next,
      note: words.note || null,
      data,
    };
    this.steps.push(lineOf(context, told));
    this.row = { ...this.row, ...columns, ...columnsOf(row, this.time, by.sla) } as DraftRow;
    const event = eventOf(this.row, told);
    this.events.push(words.together ? { ...event, data: { ...event.data, together: true } } : event);
  }

  /** What the pure rules read of a case stands in it already. */
  private asRow(): CaseRow {
    return this.row as CaseRow;
  }
}
