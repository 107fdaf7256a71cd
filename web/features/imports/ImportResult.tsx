import { readResult } from '#contract/imports/endpoints.ts';
import type { ImportRecord } from '#contract/imports/records.ts';
import { addressOf } from '#web/lib/call.ts';
import { figure } from '#web/lib/formats.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ImportFigures } from './ImportFigures.tsx';
import { importWords, progressWords as words } from './words.ts';

/** What became of it, and the rows that want mending. */
export function ImportResult({ record }: { record: ImportRecord }) {
  const navigate = useNavigate();
  const { importId, register, counts, can } = record;
  const taken = counts.created + counts.updated;
  const refused = counts.failed + counts.duplicate;
  return (
    <>
      <h2>{taken === 0 && refused === 0 ? words.finishedAll : words.finished(figure(taken))}</h2>
      <ImportFigures record={record} />
      {refused > 0 && <p>{words.refusedNote(figure(refused))}</p>}
      <div className="jia-import-bar">
        <span />
        <Button onPress={() => void navigate({ to: '/imports', search: { register } as never })}>
          {importWords.newOne}
        </Button>
        {can.result === true && (
          <Button kind="primary" icon="download" href={addressOf(readResult, { params: { importId } })}>
            {words.result}
          </Button>
        )}
      </div>
    </>
  );
}
