import '../cases.css';
import './field.css';
import { useState } from 'react';
import { checkCase, listChecks } from '#contract/cases/endpoints.ts';
import type { CheckRecord } from '#contract/cases/field/records.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useMe } from '#web/lib/me.ts';
import { useOutbox } from '#web/lib/outbox.ts';
import type { WaitingFile } from '#web/lib/store.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { CaseFiles } from '../CaseFiles.tsx';
import { TakePhoto, WaitingPhoto } from './ProofPhotos.tsx';
import { useGive } from './useGive.ts';
import { checkWords as words } from './words.ts';

/** 核查: what others have done nearby, looked at by somebody who had no hand in it. */
export function ChecksPage() {
  const { data: me } = useMe();
  const { data, error, retry } = useKeptRead(listChecks);
  const { waiting } = useOutbox(deviceOutbox(me?.accountId ?? ''));
  const given = new Set(waiting.map(({ subject }) => subject));
  const left = (data?.items ?? []).filter(({ caseId }) => !given.has(caseId));
  return (
    <>
      <PageHeader title={words.title} />
      {error && !data && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={4} />}
      {data && left.length === 0 && <EmptyState icon="check">{words.empty}</EmptyState>}
      {left.length > 0 && <p className="jia-caption">{words.help}</p>}
      {left.map((one) => (
        <Check key={one.caseId} one={one} />
      ))}
    </>
  );
}

type Answer = 'yes' | 'no';

function Check({ one }: { one: CheckRecord }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly WaitingFile[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const give = useGive(one);
  const submit = () => {
    const missing = missingIn(answer, note, files);
    setProblem(missing);
    if (missing) return;
    const body = { isSolved: answer === 'yes', note: note.trim() };
    void give({ verb: answer === 'yes' ? 'confirm_pass' : 'confirm_fail', endpoint: checkCase, body, files });
  };
  return (
    <Sheet>
      <div className="jia-stack">
        <h2>{one.title}</h2>
        <p className="jia-caption">
          {[one.placeText || one.areaName, one.matter].filter(Boolean).join(' · ')}
        </p>
        {one.result && (
          <p>
            <span className="jia-caption">{words.result} </span>
            {one.result}
          </p>
        )}
        <CaseFiles files={one.files} word={words.shown} />
        <div className="jia-proof">
          {files.map((file) => (
            <WaitingPhoto
              key={file.key}
              file={file}
              word={words.photo}
              onRemove={() => setFiles(files.filter(({ key }) => key !== file.key))}
            />
          ))}
          <TakePhoto word={words.takePhoto} onTaken={(taken) => setFiles([...files, ...taken])} />
        </div>
        <ChoiceChips
          label={words.solved}
          choices={[
            { value: 'yes', word: words.yes },
            { value: 'no', word: words.no },
          ]}
          value={answer}
          onChange={setAnswer}
        />
        <TextField
          label={words.note}
          optional={answer !== 'no'}
          value={note}
          maxLength={1000}
          placeholder={words.noteExample}
          onChange={setNote}
        />
        {problem && <Banner kind="error">{problem}</Banner>}
        <Button kind="primary" wide onPress={submit}>
          {words.submit}
        </Button>
      </div>
    </Sheet>
  );
}

function missingIn(answer: Answer | null, note: string, files: readonly WaitingFile[]): string | null {
  if (files.length === 0) return words.missingPhoto;
  if (!answer) return words.missingAnswer;
  return answer === 'no' && !note.trim() ? words.missingNote : null;
}
