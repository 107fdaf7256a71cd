import { runImport, stopImport } from '#contract/imports/endpoints.ts';
import type { ImportRecord } from '#contract/imports/records.ts';
import { figure } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ImportFigures } from './ImportFigures.tsx';
import { progressWords as words } from './words.ts';

/** An import on its way, or standing still in the middle: the way on is one button. */
export function ImportProgress({ record }: { record: ImportRecord }) {
  const { importId, version, status, rowsDone, rowsTotal, can } = record;
  const stop = useCommand(stopImport);
  const goOn = useCommand(runImport);
  const error = stop.error ?? goOn.error;
  const done = figure(rowsDone);
  return (
    <>
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      {status === 'failed' && <Banner kind="error">{words.failed(done)}</Banner>}
      {status === 'stopped' && <Banner kind="notice">{words.stopped(done)}</Banner>}
      <progress
        className="jia-import-progress"
        aria-label={words.aria}
        max={rowsTotal ?? undefined}
        value={rowsTotal === null ? undefined : rowsDone}
      />
      <p aria-live="polite">
        {rowsDone === 0 && status === 'running'
          ? words.waiting
          : words.running(done, figure(rowsTotal ?? rowsDone))}
      </p>
      <ImportFigures record={record} />
      <div className="jia-import-bar">
        <span className="jia-caption">{status === 'running' && words.runningNote}</span>
        {status === 'running' && can.stop === true && (
          <Button
            busy={stop.isPending && words.stopping}
            onPress={() => stop.mutate({ params: { importId } })}
          >
            {words.stop}
          </Button>
        )}
        {can.run === true && (
          <Button
            kind="primary"
            busy={goOn.isPending && words.starting}
            onPress={() => goOn.mutate({ params: { importId }, body: { version } })}
          >
            {words.goOn}
          </Button>
        )}
      </div>
    </>
  );
}
