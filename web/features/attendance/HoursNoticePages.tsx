import './attendance.css';
import { useState } from 'react';
import { objectToHours } from '#contract/attendance/notice.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { NoticeLists, type Objectionable } from './NoticeLists.tsx';
import { noticeWords as words } from './words.ts';

/** For everybody, without signing in. */
export function PublicHoursNoticePage() {
  return (
    <main className="jia-public">
      <h1>{words.title}</h1>
      <p className="jia-hint">{words.lead}</p>
      <NoticeLists />
      <a className="jia-public-way" href="/m/hours-notice">
        {words.toObject}
      </a>
      <a className="jia-public-way" href="/p/certificates">
        {words.toCheck}
      </a>
    </main>
  );
}

/** The same for residents, who may object. */
export function HoursNoticePage() {
  const [asked, setAsked] = useState<Objectionable | null>(null);
  return (
    <>
      <PageHeader title={words.title} onBack />
      <p className="jia-hint">{words.lead}</p>
      <NoticeLists onObject={setAsked} />
      {asked && <ObjectQuestion subject={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function ObjectQuestion({ subject, onClose }: { subject: Objectionable; onClose: () => void }) {
  const object = useCommand(objectToHours, { onDone: onClose });
  const { kind, subjectId } = subject;
  return (
    <WrittenQuestion
      question={words.question(subject.title)}
      yes={words.send}
      no={words.notNow}
      label={words.what}
      missing={words.missing}
      max={300}
      rows={3}
      problem={object.error && sentenceOf(object.error)}
      busy={object.isPending && words.sending}
      onYes={(text) => object.mutate({ params: { kind, subjectId }, body: { text } })}
      onNo={onClose}
    />
  );
}
