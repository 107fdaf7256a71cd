import '../activities.css';
import { useState } from 'react';
import { confirmHours, reportClass, schoolPractice } from '#contract/activities/practice.ts';
import type { PracticeList } from '#contract/activities/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { say } from '#web/ui/say.ts';
import { practiceWords, schoolWords as words } from './words.ts';

/** For the school: the list, the count of a class, hours by nickname and class; no pupil's name anywhere. */
export function SchoolPage() {
  const { data, error, refetch } = useRead(schoolPractice);
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data?.items.length === 0 && <EmptyState icon="calendar">{words.none}</EmptyState>}
      {data?.items.map((list) => (
        <ListPart key={list.listId} list={list} />
      ))}
    </>
  );
}

function ListPart({ list }: { list: PracticeList }) {
  return (
    <Section title={`${list.term} ${list.title}`}>
      <Sheet>
        {list.foreword && <p>{list.foreword}</p>}
        <ol className="jia-activity-steps jia-activity-given-steps">
          {list.items.map(({ title, hoursText }) => (
            <li key={title}>
              {title} {hoursText}
            </li>
          ))}
        </ol>
      </Sheet>
      <ClassForm list={list} />
      <HoursForm list={list} />
    </Section>
  );
}

/** What the school has said so far, one to a line. */
function Told({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="jia-text2">
      <p>{title}</p>
      <ul className="jia-activity-told">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function ClassForm({ list }: { list: PracticeList }) {
  const [className, setClassName] = useState('');
  const [pupils, setPupils] = useState('');
  const report = useCommand(reportClass, {
    onDone: () => {
      setClassName('');
      setPupils('');
      say(words.done);
    },
  });
  const { listId } = list;
  return (
    <Sheet>
      <div className="jia-stack">
        <h3>{words.classTitle}</h3>
        <TextField
          label={words.className}
          help={words.classHelp}
          value={className}
          maxLength={20}
          onChange={setClassName}
        />
        <TextField
          label={words.pupils}
          inputMode="numeric"
          value={pupils}
          onChange={(value) => setPupils(value.replace(/\D/g, '').slice(0, 4))}
        />
        {report.error && <Banner kind="error">{sentenceOf(report.error)}</Banner>}
        <Button
          kind="primary"
          busy={report.isPending && words.busy}
          reason={className.trim() && pupils ? undefined : words.missing}
          onPress={() =>
            report.mutate({
              params: { listId },
              body: { className: className.trim(), pupils: Number(pupils) },
            })
          }
        >
          {words.report}
        </Button>
        <Told
          title={words.reported}
          lines={list.classes.map((one) => practiceWords.classLine(one.areaName, one.className, one.pupils))}
        />
      </div>
    </Sheet>
  );
}

function HoursForm({ list }: { list: PracticeList }) {
  const [className, setClassName] = useState('');
  const [nickname, setNickname] = useState('');
  const [hours, setHours] = useState('');
  const confirm = useCommand(confirmHours, {
    onDone: () => {
      setNickname('');
      setHours('');
      say(words.done);
    },
  });
  const { listId } = list;
  const isFilled = className.trim() && nickname.trim() && Number(hours) >= 0.5;
  return (
    <Sheet>
      <div className="jia-stack">
        <h3>{words.hoursTitle}</h3>
        <TextField label={words.className} value={className} maxLength={20} onChange={setClassName} />
        <TextField
          label={words.nickname}
          help={words.nicknameHelp}
          value={nickname}
          maxLength={12}
          onChange={setNickname}
        />
        <TextField label={words.hours} inputMode="decimal" value={hours} maxLength={5} onChange={setHours} />
        {confirm.error && <Banner kind="error">{sentenceOf(confirm.error)}</Banner>}
        <Button
          busy={confirm.isPending && words.busy}
          reason={isFilled ? undefined : words.hoursMissing}
          onPress={() =>
            confirm.mutate({
              params: { listId },
              body: { className: className.trim(), nickname: nickname.trim(), hours: Number(hours) },
            })
          }
        >
          {words.confirm}
        </Button>
        <Told
          title={words.confirmed}
          lines={list.confirmations.map(
            (one) => `${one.className} ${practiceWords.confirmationLine(one.nickname, one.hours)}`,
          )}
        />
      </div>
    </Sheet>
  );
}
