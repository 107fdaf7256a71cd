import { Input, Select } from 'antd';
import { useState } from 'react';
import { listRegisters, readColumns, setMapping } from '#contract/imports/endpoints.ts';
import type { ImportMode, ImportRecord, ImportRegister } from '#contract/imports/records.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, Field } from '#web/ui/Field/Field.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { MappingTable } from './MappingTable.tsx';
import { mappingWords as words } from './words.ts';

interface MappingFormProps {
  record: ImportRecord;
  /** The mapping is kept and complete: on to the preview. */
  onReady: () => void;
}

/** Which column of the sheet is which field, with what was recognized already chosen. */
export function MappingForm({ record, onReady }: MappingFormProps) {
  const { importId } = record;
  const registers = useRead(listRegisters);
  const columns = useRead(readColumns, { params: { importId } });
  const error = registers.error ?? columns.error;
  if (error) return <Failed error={error} onRetry={() => void columns.refetch()} />;
  const register = registers.data?.items.find((item) => item.register === record.register);
  if (!columns.data || !register) return <Loading rows={6} />;
  // Another sheet or header row is another form; what was chosen for the old one does not fit it.
  const shape = `${record.sheet} ${record.headerRow} ${record.headers.length}`;
  return (
    <Form key={shape} record={record} register={register} columns={columns.data.items} onReady={onReady} />
  );
}

interface FormProps extends MappingFormProps {
  register: ImportRegister;
  columns: readonly { column: number; header: string; samples: string[] }[];
}

function Form({ record, register, columns, onReady }: FormProps) {
  const [mapping, change] = useState<Record<string, number>>(record.mapping);
  const [mode, setMode] = useState<ImportMode>(record.mode);
  const keep = useCommand(setMapping, { onDone: (kept) => kept.missing.length === 0 && onReady() });
  const missing = register.columns.filter(({ key, required }) => required && mapping[key] === undefined);

  const submit = () => {
    const { sheet, importId, version } = record;
    keep.mutate({ params: { importId }, body: { sheet, mapping, mode, version } });
  };
  return (
    <>
      {keep.error && <Banner kind="error">{sentenceOf(keep.error)}</Banner>}
      <Notice record={record} />
      <SheetChoice record={record} />
      <MappingTable
        record={record}
        register={register}
        columns={columns}
        mapping={mapping}
        onChange={change}
      />
      <ChoiceChips
        label={words.modeLabel}
        choices={Object.entries(words.modes).map(([value, word]) => ({ value: value as ImportMode, word }))}
        value={mode}
        onChange={setMode}
      />
      <div className="jia-import-bar">
        <span className="jia-caption">{record.headerRow !== null && words.rowsNote(record.headerRow)}</span>
        <Button
          kind="primary"
          busy={keep.isPending && words.previewing}
          reason={missing.length > 0 ? words.missing(missing.map(({ label }) => label).join(' ')) : undefined}
          onPress={submit}
        >
          {words.preview}
        </Button>
      </div>
    </>
  );
}

/** One line at a time: what matters most about this file. */
function Notice({ record }: { record: ImportRecord }) {
  if (record.headerRow === null) return <Banner kind="error">{words.noHeader}</Banner>;
  if (record.sameFileAs) return <Banner kind="notice">{words.sameFile(moment(record.sameFileAs.at))}</Banner>;
  return record.remembered ? <Banner kind="notice">{words.remembered}</Banner> : null;
}

/** Another sheet of the workbook, or the header where it was not found. */
function SheetChoice({ record }: { record: ImportRecord }) {
  const [sheet, setSheet] = useState(record.sheet);
  const [headerRow, setHeaderRow] = useState(record.headerRow === null ? '' : String(record.headerRow));
  const again = useCommand(setMapping);
  const isMoved = sheet !== record.sheet;
  const row = isMoved || headerRow === '' ? undefined : Number(headerRow);
  const isChanged = isMoved || (row !== undefined && row !== record.headerRow);
  return (
    <div className="jia-import-choices">
      {record.sheets.length > 1 && (
        <Field label={words.sheet}>
          {(ids) => (
            <Select
              {...ids}
              value={sheet}
              popupMatchSelectWidth={false}
              options={record.sheets.map((label, value) => ({ value, label }))}
              onChange={setSheet}
            />
          )}
        </Field>
      )}
      <Field label={words.headerRow} error={again.error ? sentenceOf(again.error) : undefined}>
        {(ids) => (
          <Input
            {...ids}
            className="jia-import-narrow"
            inputMode="numeric"
            value={isMoved ? '' : headerRow}
            disabled={isMoved}
            onChange={(event) => setHeaderRow(event.target.value.replace(/\D/g, '').slice(0, 7))}
          />
        )}
      </Field>
      {isChanged && (
        <Button
          busy={again.isPending && words.rereading}
          onPress={() => {
            const { importId, mode, version } = record;
            again.mutate({ params: { importId }, body: { sheet, headerRow: row, mode, version } });
          }}
        >
          {words.reread}
        </Button>
      )}
    </div>
  );
}
