import './cases.css';
import { useState } from 'react';
import { getMyCase, withdrawMyCase } from '#contract/cases/endpoints.ts';
import type { PlainCase } from '#contract/cases/records.ts';
import { promise } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { CallCard } from '#web/ui/CallCard/CallCard.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { ReadAloud } from '#web/ui/ReadAloud/ReadAloud.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { say } from '#web/ui/say.ts';
import { isUnderWay, PlainChip, PlainEcho, promised, whoNow } from './plain.tsx';
import { CaseDeeds, RateCase, UrgeNote } from './resident/CaseDeeds.tsx';
import { PhotosPublic } from './resident/PhotosPublic.tsx';
import { PlainTimeline } from './resident/PlainTimeline.tsx';
import { toldWords } from './resident/words.ts';
import { labels, reasonOf, progressWords as words } from './words.ts';

/** 办到哪了: who has it, until when, and what has happened, in plain words. */
export function MyCasePage({ onCase }: { onCase: (caseId: string) => void }) {
  const caseId = useParam('caseId');
  const { data, error, retry } = useKeptRead(getMyCase, { params: { caseId } });
  return (
    <>
      <PageHeader title={words.title} onBack action={data && <ReadAloud text={spoken(data)} />} />
      {error && !data && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={5} />}
      {data && <UrgeNote record={data} />}
      {data && <RateCase record={data} />}
      {data && <Progress record={data} />}
      {data && <PhotosPublic record={data} />}
      {data && <Withdraw record={data} />}
      {data && <CaseDeeds record={data} onAgain={onCase} />}
    </>
  );
}

type Shown = Omit<PlainCase, 'can' | 'version' | 'caseId'>;

/** The progress itself, also for somebody who found it by its number. */
export function Progress({ record }: { record: Shown }) {
  return (
    <>
      <div className="jia-progress-head">
        <h2>{record.title}</h2>
        <PlainChip status={record.status} />
        <p className="jia-caption">
          {[words.number(record.number), record.placeText].filter(Boolean).join(' · ')}
        </p>
        <Company record={record} />
      </div>
      <Sheet>
        <p className="jia-text2">{words.now}</p>
        <p className="jia-progress-who">{whoNow(record)}</p>
        {record.dueAt && isUnderWay(record.status) && (
          <p className="jia-text2">
            <Promised at={record.dueAt} /> {words.dueAfter}
          </p>
        )}
        <PlainEcho status={record.status} />
      </Sheet>
      {record.answer && (
        <Section title={words.answer}>
          <Sheet>
            <p className="jia-quoted">{record.answer}</p>
          </Sheet>
        </Section>
      )}
      <Section title={words.steps}>
        <Sheet>
          <PlainTimeline told={record.timeline} />
        </Sheet>
      </Section>
      {record.calls.length > 0 && (
        <div className="jia-told-calls">
          {record.calls.map(({ name, phone, leads }) => (
            <CallCard
              key={phone}
              name={name}
              note={leads ? toldWords.leads : toldWords.office}
              phone={phone}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** With whom it is shared, and what it goes on from. */
function Company({ record }: { record: Shown }) {
  const lines = [
    record.requesterCount > 1 && toldWords.alsoAsked(record.requesterCount - 1),
    record.mergedInto && toldWords.merged(record.mergedInto),
    record.againOf && toldWords.againOf(record.againOf.number),
  ].filter((line) => typeof line === 'string');
  return lines.map((line) => (
    <p key={line} className="jia-text2">
      {line}
    </p>
  ));
}

const spoken = (record: PlainCase): string =>
  words.aloud(record.title, labels.plain[record.status], whoNow(record), promised(record));

/** Taking it back ends the matter, so it asks first. */
function Withdraw({ record }: { record: PlainCase }) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useCommand(withdrawMyCase, {
    onDone: () => {
      setAsking(false);
      void say(words.withdrawn);
    },
  });
  const may = record.can.withdraw;
  if (!isUnderWay(record.status) || may === 'case.illegal_move') return null;
  return (
    <>
      <Button
        wide
        kind="quiet"
        reason={may === true ? undefined : reasonOf(may)}
        onPress={() => setAsking(true)}
      >
        {words.withdraw}
      </Button>
      <ConfirmQuestion
        isOpen={isAsking}
        question={words.withdrawQuestion}
        yes={words.withdraw}
        no={words.withdrawNo}
        busy={withdraw.isPending && words.withdraw}
        onNo={() => setAsking(false)}
        onYes={() =>
          withdraw.mutate({
            params: { caseId: record.caseId },
            body: { reason: reason.trim(), version: record.version },
          })
        }
      >
        <TextField
          label={words.withdrawReason}
          optional
          value={reason}
          maxLength={300}
          error={withdraw.error ? sentenceOf(withdraw.error) : undefined}
          onChange={setReason}
        />
      </ConfirmQuestion>
    </>
  );
}

/** The hour stands out; where only the day is promised, the day does. */
function Promised({ at }: { at: string }) {
  const { day, clock } = promise(at);
  return (
    <>
      {clock && `${day} `}
      <strong className="jia-progress-due">{clock ?? day}</strong>
    </>
  );
}
