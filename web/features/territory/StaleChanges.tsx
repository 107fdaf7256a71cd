import { z } from 'zod';
import { moment } from '#web/lib/formats.ts';
import type { ProblemError } from '#web/lib/problem.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { staleWords as words } from './words.ts';

const details = z.object({
  changedBy: z.string(),
  changedAt: z.string(),
  changes: z.array(
    z.object({ field: z.string(), label: z.string(), before: z.unknown(), after: z.unknown() }),
  ),
});

/** What a colleague changed meanwhile, above the form that keeps what was typed. */
export function StaleChanges({ problem, onSaveAnyway }: { problem: ProblemError; onSaveAnyway: () => void }) {
  const { changedBy, changedAt, changes } = details.parse(problem.details);
  return (
    <div className="jia-stack">
      <Banner kind="notice">{words.title(changedBy, moment(changedAt))}</Banner>
      {changes.length === 0 ? (
        <p className="jia-caption">{words.noneSeen}</p>
      ) : (
        <table className="jia-stale">
          <tbody>
            {changes.map((change) => (
              <tr key={change.field}>
                <th>{change.label}</th>
                <td>
                  {words.from} {said(change.before)}
                </td>
                <td>
                  {words.to} {said(change.after)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div>
        <Button onPress={onSaveAnyway}>{words.saveAnyway}</Button>
      </div>
    </div>
  );
}

function said(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return Array.isArray(value) ? value.join('、') : String(value);
}
