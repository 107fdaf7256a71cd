import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getImport, listRegisters, previewImport, runImport } from '#contract/imports/endpoints.ts';
import type { ImportPreview, ImportRecord, ImportRegister, PreviewRow } from '#contract/imports/records.ts';
import { call } from '#web/lib/call.ts';
import { figure } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { reading, useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { type Status, StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { previewWords as words } from './words.ts';

/** What the import would do: figures of the whole file, the first rows, the cells at fault in red. */
export function PreviewTable({ record, onBack }: { record: ImportRecord; onBack: () => void }) {
  const client = useQueryClient();
  const { importId } = record;
  // Asked once per opening: it reads the whole file, and its answer shows what people typed.
  const preview = useQuery({
    queryKey: ['imports.preview', importId],
    queryFn: async () => {
      const answer = await call(previewImport, { params: { importId }, body: { version: record.version } });
      client.setQueryData(reading(getImport, { params: { importId } }).queryKey, answer.import);
      return answer;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const registers = useRead(listRegisters);
  const register = registers.data?.items.find((item) => item.register === record.register);
  if (preview.error) return <Failed error={preview.error} onRetry={onBack} />;
  if (!preview.data || !register) return <Loading rows={8} />;
  return <Preview preview={preview.data} register={register} onBack={onBack} />;
}

interface PreviewProps {
  preview: ImportPreview;
  register: ImportRegister;
  onBack: () => void;
}

function Preview({ preview, register, onBack }: PreviewProps) {
  const { counts, rows, triedRows, import: record } = preview;
  const total = record.rowsTotal ?? 0;
  const start = useCommand(runImport);
  const refused = counts.failed + counts.duplicate;
  const good = total - refused;
  const isSampled = triedRows + refused < total;
  return (
    <>
      {start.error && <Banner kind="error">{sentenceOf(start.error)}</Banner>}
      <div className="jia-import-figures">
        <Figure value={figure(total)} word={words.total} />
        {outcomes.map((name) => (
          <Figure key={name} value={figure(counts[name])} word={words[name]} />
        ))}
      </div>
      {isSampled && <p className="jia-caption">{words.tried(figure(triedRows))}</p>}
      <PreviewRows rows={rows} register={register} record={record} />
      <p className="jia-caption">{words.shownNote}</p>
      <div className="jia-import-bar">
        <span className="jia-caption">{refused > 0 ? words.faultsStay(figure(refused)) : words.allGood}</span>
        <Button onPress={onBack}>{words.back}</Button>
        <Button
          kind="primary"
          busy={start.isPending && words.starting}
          reason={good > 0 ? undefined : words.nothing}
          onPress={() =>
            start.mutate({ params: { importId: record.importId }, body: { version: record.version } })
          }
        >
          {words.run(figure(good))}
        </Button>
      </div>
    </>
  );
}

const outcomes = ['created', 'updated', 'unchanged', 'duplicate', 'failed'] as const;

const shapes: Record<PreviewRow['outcome'], Status> = {
  created: 'normal',
  updated: 'normal',
  unchanged: 'done',
  duplicate: 'repeat',
  failed: 'returned',
};

function PreviewRows({
  rows,
  register,
  record,
}: {
  rows: readonly PreviewRow[];
  register: ImportRegister;
  record: ImportRecord;
}) {
  const columns = register.columns.filter(
    ({ key, required }) => required || record.mapping[key] !== undefined,
  );
  return (
    <div className="jia-import-sheet">
      <table>
        <thead>
          <tr>
            <th className="jia-import-number">{words.row}</th>
            <th>{words.outcome}</th>
            {columns.map(({ key, label }) => (
              <th key={key}>{label}</th>
            ))}
            <th>{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {faultsFirst(rows).map(({ rowNumber, outcome, cells, faults }) => (
            <tr key={rowNumber}>
              <td className="jia-import-number">{rowNumber}</td>
              <td>
                <StatusChip status={shapes[outcome]}>{words.outcomes[outcome]}</StatusChip>
              </td>
              {columns.map(({ key }) => (
                <td
                  key={key}
                  className={faults.some(({ column }) => column === key) ? 'jia-import-fault' : undefined}
                >
                  {cells[key]}
                </td>
              ))}
              <td className={faults.length > 0 ? 'jia-import-reason' : undefined}>
                {faults.map(({ sentence }) => sentence).join(' ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a person has to look at stands on top; otherwise the order of the file. */
const faultsFirst = (rows: readonly PreviewRow[]): PreviewRow[] => [
  ...rows.filter(({ faults }) => faults.length > 0),
  ...rows.filter(({ faults }) => faults.length === 0),
];
