import './territory.css';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { importBoundaries, previewBoundaries } from '#contract/territory/endpoints.ts';
import type { BoundaryMatch } from '#contract/territory/records.ts';
import { upload } from '#web/lib/call.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { BoundaryMatches } from './BoundaryMatches.tsx';
import { type DatumChoice, DatumField } from './DatumField.tsx';
import { boundaryWords, importBoundaryWords as words } from './words.ts';

/** A file of borders: choose, look, assign what found no place, put in force. */
export function ImportBoundariesPage() {
  const [file, setFile] = useState<File | null>(null);
  const [pasted, setPasted] = useState('');
  const [datum, setDatum] = useState<DatumChoice>('CGCS2000');
  const [source, setSource] = useState('');
  const [schematic, setSchematic] = useState(false);
  const [assigned, setAssigned] = useState<Readonly<Record<number, string>>>({});
  const [matches, setMatches] = useState<readonly BoundaryMatch[] | null>(null);
  const [drawn, setDrawn] = useState<number | null>(null);
  const [busy, setBusy] = useState<'preview' | 'apply' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const chosen = file ?? (pasted.trim() ? new File([pasted], 'pasted.txt', { type: 'text/plain' }) : null);
  const fields = (assignments: Readonly<Record<number, string>>) => ({
    datum,
    assignments: JSON.stringify(assignments),
  });
  const run = async (what: 'preview' | 'apply', work: () => Promise<void>) => {
    setBusy(what);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(null);
  };
  const preview = (assignments: Readonly<Record<number, string>>) =>
    run('preview', async () => {
      if (!chosen) return;
      setAssigned(assignments);
      setDrawn(null);
      setMatches((await upload(previewBoundaries, chosen, { body: fields(assignments) })).matches);
    });
  const apply = () =>
    run('apply', async () => {
      if (!chosen) return;
      const body = { ...fields(assigned), source, schematic: schematic ? 'true' : 'false' };
      const answer = await upload(importBoundaries, chosen, { body });
      setDrawn(answer.drawn);
      setMatches(answer.leftOut);
      await refresh(queryClient, ['territory']);
    });
  const matched = matches?.filter((match) => match.state === 'matched').length ?? 0;
  return (
    <DeskPage title={words.title}>
      <div className="jia-borders">
        <form
          className="jia-borders-form"
          onSubmit={(event) => {
            event.preventDefault();
            void preview({});
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
                  setMatches(null);
                }}
              />
            )}
          </Field>
          {!file && <TextField label={words.paste} rows={4} value={pasted} onChange={setPasted} />}
          <DatumField value={datum} onChange={setDatum} />
          <Button
            type="submit"
            kind={matched > 0 ? 'secondary' : 'primary'}
            busy={busy === 'preview' && words.reading}
            reason={chosen ? undefined : words.needs}
          >
            {words.preview}
          </Button>
          {matched > 0 && drawn === null && (
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
                onPress={() => void apply()}
              >
                {words.apply(matched)}
              </Button>
            </>
          )}
        </form>
        <div className="jia-stack">
          {problem && <Banner kind="error">{problem}</Banner>}
          {drawn !== null && <Banner kind="notice">{words.done(drawn)}</Banner>}
          {drawn !== null && matches && matches.length > 0 && <p>{words.leftOut(matches.length)}</p>}
          {drawn === null && matches && matched === 0 && <p>{words.nothing}</p>}
          {matches && matches.length > 0 && (
            <BoundaryMatches
              matches={matches}
              onAssign={
                drawn === null
                  ? (feature, areaId) => void preview(withAssignment(assigned, feature, areaId))
                  : undefined
              }
            />
          )}
        </div>
      </div>
    </DeskPage>
  );
}

function withAssignment(
  assigned: Readonly<Record<number, string>>,
  feature: number,
  areaId: string | null,
): Record<number, string> {
  const { [feature]: _, ...others } = assigned;
  return areaId === null ? others : { ...others, [feature]: areaId };
}
