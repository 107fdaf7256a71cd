import './cases.css';
import { useState } from 'react';
import {
  acceptCase,
  addProgress,
  contactRequester,
  getCase,
  returnToDispatcher,
  revealRequester,
  startCase,
  submitResult,
} from '#contract/cases/endpoints.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { call } from '#web/lib/call.ts';
import { useDraft } from '#web/lib/draft.ts';
import { clock } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useOnline } from '#web/lib/online.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { CaseTimeline } from './caseParts.tsx';
import { Foot } from './formParts.tsx';
import { Lamp } from './lamp.tsx';
import { PhotoGrid, PictureRow } from './PhotoGrid.tsx';
import { useGive } from './useGive.ts';
import { type Photo, useSendPhotos } from './usePhotos.ts';
import { caseWords, labels, reasonOf, fieldWords as words } from './words.ts';

/** One case in the hand: call, arrive, note, hand in. What is done without a network goes out later, in order. */
export function FieldCasePage() {
  const caseId = useParam('caseId');
  const { data, error, retry } = useKeptRead(getCase, { params: { caseId } });
  return (
    <>
      <PageHeader title={data?.title ?? words.title} onBack action={data && <Lamp of={data} />} />
      {error && !data && <Failed sentence={sentenceOf(error)} onRetry={retry} />}
      {!data && !error && <Loading rows={6} />}
      {data && <Handling record={data} />}
    </>
  );
}

function Handling({ record }: { record: CaseRecord }) {
  return (
    <>
      <Sheet>
        <div className="jia-stack">
          <p className="jia-caption">
            {[labels.kind[record.kind], record.number, record.placeText].filter(Boolean).join(' · ')}
          </p>
          <p className="jia-original">{record.text || caseWords.noText}</p>
          <PictureRow fileIds={record.fileIds} word={caseWords.photos} />
          <Caller record={record} />
        </div>
      </Sheet>
      <Steps record={record} />
      <HandIn record={record} />
      <CaseTimeline record={record} />
    </>
  );
}

/** Asks for the number once, has it written down, offers the call, and logs how it went. */
function Caller({ record }: { record: CaseRecord }) {
  const [phone, setPhone] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const give = useGive(record);
  const requester = record.requesters[0];
  if (!requester) return null;
  const reveal = async () => {
    try {
      const { requesters } = await call(revealRequester, {
        params: { caseId: record.caseId },
        body: { purpose: words.callPurpose },
      });
      setPhone(requesters[0]?.phone ?? null);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  const log = (outcome: 'reached' | 'no_answer') =>
    void give('contact', contactRequester, { way: 'phone', outcome, note: '' });
  return (
    <div className="jia-caller">
      <span>
        {requester.hidden && !requester.name ? caseWords.hiddenRequester : requester.name}{' '}
        <span className="jia-keep">{requester.phone}</span>
      </span>
      {phone === null && requester.phone && record.can.reveal === true && (
        <>
          <Button icon="phone" onPress={() => void reveal()}>
            {words.call}
          </Button>
          <span className="jia-caption">{words.callQuestion}</span>
        </>
      )}
      {phone !== null && (
        <Button icon="phone" href={`tel:${phone}`}>
          {phone}
        </Button>
      )}
      {problem && <Banner kind="error">{problem}</Banner>}
      {record.can.contact === true && (
        <div className="jia-verbs">
          <Button small onPress={() => log('reached')}>
            {words.reached}
          </Button>
          <Button small onPress={() => log('no_answer')}>
            {words.noAnswer}
          </Button>
        </div>
      )}
    </div>
  );
}

/** One tap notes the hour: signed for, begun, arrived. */
function Steps({ record }: { record: CaseRecord }) {
  const give = useGive(record);
  const steps = [
    {
      verb: 'accept' as const,
      word: words.accept,
      press: () => void give('accept', acceptCase, { note: '' }),
    },
    { verb: 'start' as const, word: words.start, press: () => void give('start', startCase, { note: '' }) },
    {
      verb: 'add_progress' as const,
      word: words.arrived,
      press: () => void give('add_progress', addProgress, { note: words.arrivedNote, fileIds: [] }),
    },
  ];
  const shown = steps.filter(({ verb }) => record.can[verb] !== 'case.illegal_move');
  return (
    <Section title={words.steps} aside={words.stepsHelp}>
      <div className="jia-steps">
        {shown.map(({ verb, word, press }) => {
          const may = record.can[verb];
          const last = record.contacts.at(-1);
          return (
            <Button key={word} reason={may === true ? undefined : reasonOf(may)} onPress={press}>
              {verb === 'start' && last ? `${word} · ${clock(last.at)}` : word}
            </Button>
          );
        })}
      </div>
    </Section>
  );
}

interface ResultDraft {
  text: string;
  photos: readonly Photo[];
}

/** What was done, with photos; handed in for review, or given back once. */
function HandIn({ record }: { record: CaseRecord }) {
  const draft = useDraft<ResultDraft>(`case-result:${record.caseId}`, { text: '', photos: [] });
  const [problem, setProblem] = useState<string | null>(null);
  const [isReturning, setReturning] = useState(false);
  const give = useGive(record);
  const isOnline = useOnline();
  const { text, photos } = draft.value;
  useSendPhotos({
    photos,
    isOnline,
    onChange: (key, change) =>
      draft.change({
        ...draft.value,
        photos: draft.value.photos.map((photo) => (photo.key === key ? { ...photo, ...change } : photo)),
      }),
  });
  const may = record.can.submit_result;
  const canReturn = record.can.return_to_dispatcher === true;
  const fileIds = photos.flatMap(({ fileId }) => fileId ?? []);
  const submit = () => {
    if (!text.trim()) return setProblem(words.missing);
    if (fileIds.length < photos.length) return setProblem(words.photosWait);
    setProblem(null);
    // What was written stays until it has been taken or waits safely.
    void give('submit_result', submitResult, { result: text.trim(), fileIds }).then(
      (taken) => taken && draft.discard(),
    );
  };
  if (may === 'case.illegal_move' && !canReturn) return null;
  return (
    <>
      {may !== 'case.illegal_move' && (
        <div className="jia-block">
          <TextField
            label={words.what}
            value={text}
            rows={3}
            maxLength={4000}
            placeholder={words.whatExample}
            error={problem ?? undefined}
            onChange={(next) => draft.change({ ...draft.value, text: next })}
          />
          <PhotoGrid
            word={words.photos}
            photos={photos}
            onAdd={(added) => draft.change({ ...draft.value, photos: [...photos, ...added] })}
            onRetry={(key) =>
              draft.change({
                ...draft.value,
                photos: photos.map((photo) => (photo.key === key ? { ...photo, problem: null } : photo)),
              })
            }
            onRemove={(key) =>
              draft.change({ ...draft.value, photos: photos.filter((photo) => photo.key !== key) })
            }
          />
        </div>
      )}
      <Foot>
        {canReturn && <Button onPress={() => setReturning(true)}>{words.back}</Button>}
        {may !== 'case.illegal_move' && (
          <Button kind="primary" wide reason={may === true ? undefined : reasonOf(may)} onPress={submit}>
            {words.submit}
          </Button>
        )}
      </Foot>
      {isReturning && <ReturnQuestion record={record} onClose={() => setReturning(false)} />}
    </>
  );
}

function ReturnQuestion({ record, onClose }: { record: CaseRecord; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const giveBack = useCommand(returnToDispatcher, { onDone: onClose });
  return (
    <ConfirmQuestion
      isOpen
      question={words.returnQuestion}
      yes={words.back}
      no={words.returnNo}
      yesReason={reason.trim() ? undefined : words.returnMissing}
      busy={giveBack.isPending && words.back}
      onNo={onClose}
      onYes={() =>
        giveBack.mutate({
          params: { caseId: record.caseId },
          body: { reason: reason.trim(), version: record.version },
        })
      }
    >
      <TextField
        label={words.returnReason}
        value={reason}
        maxLength={500}
        error={giveBack.error ? sentenceOf(giveBack.error) : undefined}
        onChange={setReason}
      />
    </ConfirmQuestion>
  );
}
