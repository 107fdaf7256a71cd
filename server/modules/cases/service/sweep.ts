// Timed work: it warns and wakes. It never approves, closes or answers anything.
import type { Context } from '#kernel/context.ts';
import { findCaseRow } from '../store/cases.ts';
import { markWarned, timersRunOut } from '../store/parts.ts';
import { resume } from './review.ts';
import { makeNote } from './step.ts';

/** A minute's work is bounded; what is left over goes the next time. */
const timersMax = 500;

export async function sweepTimers(context: Context): Promise<void> {
  for (const { case_id, timer } of await timersRunOut(context, timersMax)) {
    await markWarned(context, case_id, timer);
    const row = await findCaseRow(context, case_id);
    if (!row) continue;
    if (timer === 'hang_review' && row.status === 'suspended') await resume(context, row, null);
    else await makeNote(context, row, 'warn_overdue', { data: { timer } });
  }
}
