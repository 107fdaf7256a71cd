import { ProblemError } from '#web/lib/problem.ts';
import type { Examples } from '../examples.ts';
import { Failed, Loading } from './Loading.tsx';

export const loadingExamples: Examples = {
  loading: <Loading rows={2} />,
  failed: <Failed error={new TypeError('Failed to fetch')} onRetry={() => {}} />,
  refused: (
    <Failed
      error={
        new ProblemError({
          code: 'permission.missing',
          status: 403,
          details: { permission: 'attendance.run' },
        })
      }
      onRetry={() => {}}
    />
  ),
};
