import './attendance.css';
import { useState } from 'react';
import { objectToHours } from '#contract/attendance/notice.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
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
  const [text, setText] = useState('');
  const object = useCommand(objectToHours, { onDone: onClose });
  const { kind, subjectId } = subject;
  return (
    <ConfirmQuestion
      isOpen
      question={words.question(subject.title)}
      yes={words.send}
      no={words.notNow}
      yesReason={text.trim() ? undefined : words.missing}
      busy={object.isPending && words.sending}
      onYes={() => object.mutate({ params: { kind, subjectId }, body: { text: text.trim() } })}
      onNo={onClose}
    >
      <TextField
        label={words.what}
        error={object.error ? sentenceOf(object.error) : undefined}
        rows={3}
        maxLength={300}
        value={text}
        onChange={setText}
      />
    </ConfirmQuestion>
  );
}
