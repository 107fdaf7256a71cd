import './territory.css';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { BoundaryMatches } from './BoundaryMatches.tsx';
import { type DatumChoice, DatumField } from './DatumField.tsx';
import { useBoundaryFile } from './useBoundaryFile.ts';
import { boundaryWords, importBoundaryWords as words } from './words.ts';

/** A file of borders: choose, look, assign what found no place, put in force. */
export function ImportBoundariesPage() {
  const [file, setFile] = useState<File | null>(null);
  const [pasted, setPasted] = useState('');
  const [datum, setDatum] = useState<DatumChoice>('CGCS2000');
  const chosen = file ?? (pasted.trim() ? new File([pasted], 'pasted.txt', { type: 'text/plain' }) : null);
  const borders = useBoundaryFile(chosen, datum);
  const matched = borders.matches?.filter((match) => match.state === 'matched').length ?? 0;
  return (
    <DeskPage title={words.title}>
      <div className="jia-borders">
        <form
          className="jia-borders-form"
          onSubmit={(event) => {
            event.preventDefault();
            borders.preview();
          }}
        >
          <Field label={words.file} help={words.fileHelp}>
            {(ids) => (
              <input
                {...ids}
                type="file"
                accept=".geojson,.json,.wkt,.txt"
                onChange={(event) => {
                  setFile(event.target.files?.[0] ?? null);
                  borders.forget();
                }}
              />
            )}
          </Field>
          {!file && <TextField label={words.paste} rows={4} value={pasted} onChange={setPasted} />}
          <DatumField value={datum} onChange={setDatum} />
          <Button
            type="submit"
            kind={matched > 0 ? 'secondary' : 'primary'}
            busy={borders.busy === 'preview' && words.reading}
            reason={chosen ? undefined : words.needs}
          >
            {words.preview}
          </Button>
          {matched > 0 && borders.drawn === null && <ApplyFields matched={matched} {...borders} />}
        </form>
        <Findings matched={matched} {...borders} />
      </div>
    </DeskPage>
  );
}

type Borders = ReturnType<typeof useBoundaryFile> & { matched: number };

function ApplyFields({ matched, busy, apply }: Borders) {
  const [source, setSource] = useState('');
  const [schematic, setSchematic] = useState(false);
  return (
    <>
      <TextField
        label={boundaryWords.source}
        help={boundaryWords.sourceHelp}
        value={source}
        onChange={setSource}
      />
      <Checkbox checked={schematic} onChange={(event) => setSchematic(event.target.checked)}>
        {boundaryWords.schematic}
      </Checkbox>
      <Button
        kind="primary"
        busy={busy === 'apply' && words.applying}
        reason={source.trim() ? undefined : words.needsSource}
        onPress={() => apply(source, schematic)}
      >
        {words.apply(matched)}
      </Button>
    </>
  );
}

function Findings({ matched, matches, drawn, problem, assign }: Borders) {
  return (
    <div className="jia-stack">
      {problem && <Banner kind="error">{problem}</Banner>}
      {drawn !== null && <Banner kind="notice">{words.done(drawn)}</Banner>}
      {drawn !== null && matches && matches.length > 0 && <p>{words.leftOut(matches.length)}</p>}
      {drawn === null && matches && matched === 0 && <p>{words.nothing}</p>}
      {matches && matches.length > 0 && (
        <BoundaryMatches matches={matches} onAssign={drawn === null ? assign : undefined} />
      )}
    </div>
  );
}
