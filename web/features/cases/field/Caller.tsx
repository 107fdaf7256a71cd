import { useState } from 'react';
import { acceptCase, contactRequester, revealRequester, startCase } from '#contract/cases/endpoints.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { call } from '#web/lib/call.ts';
import { useOnline } from '#web/lib/online.ts';
import { isOffline, sentenceOf } from '#web/lib/problem.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { caseWords, labels } from '../words.ts';
import { type Deed, useGive } from './useGive.ts';
import { fieldWords as words } from './words.ts';

type Outcome = CaseRecord['contacts'][number]['outcome'];
type Way = CaseRecord['contacts'][number]['way'];

/** Who asked, masked. One tap has the number written down as looked at, calls, and asks how it went. */
export function Caller({ record, onContact }: { record: CaseRecord; onContact: (way: Way) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const isOnline = useOnline();
  const requester = record.requesters[0];
  if (!requester) return null;
  const press = async () => {
    try {
      const { requesters } = await call(revealRequester, {
        params: { caseId: record.caseId },
        body: { purpose: words.callPurpose },
      });
      const phone = requesters[0]?.phone;
      if (!phone) return setProblem(words.noPhone);
      setProblem(null);
      window.location.href = `tel:${phone}`;
      onContact('phone');
    } catch (error) {
      setProblem(isOffline(error) ? words.callOffline : sentenceOf(error));
    }
  };
  const mayCall = requester.phone !== null && record.can.reveal === true;
  return (
    <div className="jia-caller">
      <span className="jia-caller-who">
        <span>
          {requester.hidden && !requester.name ? caseWords.hiddenRequester : requester.name}{' '}
          <span className="jia-keep">{requester.phone}</span>
        </span>
        <span className="jia-caption">{isOnline ? words.callHelp : words.callOffline}</span>
      </span>
      {mayCall && isOnline && (
        <Button icon="phone" onPress={() => void press()}>
          {words.call}
        </Button>
      )}
      {problem && <Banner kind="error">{problem}</Banner>}
    </div>
  );
}

interface ContactFormProps {
  record: CaseRecord;
  way: Way;
  onClose: () => void;
}

/** How it went. Reaching somebody also signs for the case and begins the work, one deed after the other. */
export function ContactForm({ record, way: first, onClose }: ContactFormProps) {
  const [way, setWay] = useState<Way>(first);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const give = useGive(record);
  const save = () => {
    if (!outcome) return;
    onClose();
    void give(...contactDeeds(record, { way, outcome, note: note.trim() }));
  };
  return (
    <ConfirmQuestion
      isOpen
      question={words.contact.title}
      yes={words.contact.save}
      no={words.close}
      yesReason={outcome ? undefined : words.contact.missing}
      onNo={onClose}
      onYes={save}
    >
      <ChoiceChips
        label={words.contact.outcome}
        choices={(['reached', 'no_answer', 'refused'] as const).map((value) => ({
          value,
          word: words.contact.outcomes[value],
        }))}
        value={outcome}
        onChange={setOutcome}
      />
      <ChoiceChips
        label={words.contact.way}
        choices={(['phone', 'visit', 'message'] as const).map((value) => ({
          value,
          word: labels.way[value],
        }))}
        value={way}
        onChange={setWay}
      />
      <TextField
        label={words.contact.note}
        optional
        value={note}
        maxLength={1000}
        placeholder={words.contact.noteExample}
        onChange={setNote}
      />
    </ConfirmQuestion>
  );
}

export function contactDeeds(record: CaseRecord, said: { way: Way; outcome: Outcome; note: string }): Deed[] {
  const begins = said.outcome !== 'no_answer' && ['dispatched', 'accepted'].includes(record.status);
  return [
    ...signDeeds(record),
    { verb: 'contact', endpoint: contactRequester, body: said },
    ...(begins ? [startDeed] : []),
  ];
}

export const startDeed: Deed = { verb: 'start', endpoint: startCase, body: { note: '' } };

/** Whoever begins has signed for it. */
export const signDeeds = ({ status }: CaseRecord): Deed[] =>
  status === 'dispatched' ? [{ verb: 'accept', endpoint: acceptCase, body: { note: '' } }] : [];
