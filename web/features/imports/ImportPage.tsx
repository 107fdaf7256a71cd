import './imports.css';
import { useQuery } from '@tanstack/react-query';
import { getImport } from '#contract/imports/endpoints.ts';
import type { ImportRecord, ImportStatus } from '#contract/imports/records.ts';
import { stamp } from '#web/lib/formats.ts';
import { reading } from '#web/lib/query.ts';
import { useFilters, useParam } from '#web/lib/router.ts';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EchoLine } from '#web/ui/EchoLine/EchoLine.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { ImportChip } from './ImportChip.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportResult } from './ImportResult.tsx';
import { MappingForm } from './MappingForm.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { importWords as words } from './words.ts';

const lookEveryMs = 1_000;

/** One import, at the step where it stands; opening it again goes on there. */
export function ImportPage() {
  const importId = useParam('importId');
  const {
    data: record,
    error,
    refetch,
  } = useQuery({
    ...reading(getImport, { params: { importId } }),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? lookEveryMs : false),
  });
  const [{ step }, setFilters] = useFilters();
  if (error && !record) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!record) return <Loading rows={6} />;

  const shown = stepOf(record, step === 'preview');
  return (
    <DeskPage title={record.fileName} figures={<ImportChip record={record} />}>
      <div className="jia-import">
        <EchoLine steps={steps(record)} now={shown} />
        {shown === 1 && <MappingForm record={record} onReady={() => setFilters({ step: 'preview' })} />}
        {shown === 2 && <PreviewTable record={record} onBack={() => setFilters({ step: undefined })} />}
        {shown === 3 && <ImportProgress record={record} />}
        {shown === 5 && <ImportResult record={record} />}
      </div>
    </DeskPage>
  );
}

const reached: Record<ImportStatus, number> = {
  uploaded: 1,
  mapped: 1,
  previewed: 1,
  running: 3,
  stopped: 3,
  failed: 3,
  finished: 5,
};

/** The mapping comes first; the preview is asked for, and is not there for a mapping with gaps. */
function stepOf(record: ImportRecord, wantsPreview: boolean): number {
  const step = reached[record.status];
  return step === 1 && wantsPreview && record.can.preview === true ? 2 : step;
}

function steps({ at, finishedAt, title }: ImportRecord) {
  const notes = [stamp(at), title, '', '', finishedAt ? stamp(finishedAt) : ''];
  return words.steps.map((word, index) => ({ word, note: notes[index] ?? '' }));
}
