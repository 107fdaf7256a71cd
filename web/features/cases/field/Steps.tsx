import { useState } from 'react';
import type { ProgressMark } from '#contract/cases/codes.ts';
import { addProgress } from '#contract/cases/endpoints.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { clock } from '#web/lib/formats.ts';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { reasonOf } from '../words.ts';
import { signDeeds, startDeed } from './Caller.tsx';
import { mayStart } from './projected.ts';
import { type Deed, useGive } from './useGive.ts';
import { fieldWords as words } from './words.ts';

/** 走到哪一步: one tap notes the hour, and no place. */
export function Steps({ record, onContact }: { record: CaseRecord; onContact: () => void }) {
  const [asks, setAsks] = useState<'help' | 'progress' | null>(null);
  const give = useGive(record);
  const may = record.can.add_progress;
  const reason = may === true ? undefined : reasonOf(may);
  const contact = record.contacts.at(-1);
  const arrived = markedAt(record, 'arrived');
  const settled = markedAt(record, 'settled');
  return (
    <Section title={words.steps} aside={reason ?? words.stepsHelp}>
      <div className="jia-steps4">
        <Step
          word={words.contacted}
          at={contact && contact.outcome !== 'no_answer' ? contact.at : null}
          isOff={may !== true}
          onPress={onContact}
        />
        <Step
          word={words.arrived}
          at={arrived}
          isOff={may !== true}
          onPress={() => void give(...arrivedDeeds(record))}
        />
        <Step
          word={words.settled}
          at={settled}
          isOff={may !== true}
          onPress={() => void give(markDeed('settled', words.settledNote))}
        />
        <Step word={words.help} at={null} isOff={may !== true} onPress={() => setAsks('help')} />
      </div>
      {may === true && (
        <div>
          <button type="button" className="jia-link" onClick={() => setAsks('progress')}>
            {words.progress}
          </button>
        </div>
      )}
      {asks && <NoteQuestion record={record} about={asks} onClose={() => setAsks(null)} />}
    </Section>
  );
}

interface StepProps {
  word: string;
  at: string | null;
  isOff: boolean;
  onPress: () => void;
}

function Step({ word, at, isOff, onPress }: StepProps) {
  return (
    <button
      type="button"
      className={at ? 'jia-step jia-step-done' : 'jia-step'}
      disabled={isOff}
      onClick={onPress}
    >
      <span>{word}</span>
      {at && (
        <span className="jia-step-time">
          <Icon name="check" size={16} />
          {clock(at)}
        </span>
      )}
    </button>
  );
}

function markedAt({ timeline, round }: CaseRecord, mark: ProgressMark): string | null {
  const step = timeline.findLast((one) => one.round === round && one.data.mark === mark);
  return step?.at ?? null;
}

const markDeed = (mark: ProgressMark, note: string): Deed => ({
  verb: 'add_progress',
  endpoint: addProgress,
  body: { note, mark },
});

/** Being there signs for it, and begins the work where nobody is left to be called first. */
export function arrivedDeeds(record: CaseRecord): Deed[] {
  const isEarly = record.status === 'dispatched' || record.status === 'accepted';
  return [
    ...signDeeds(record),
    markDeed('arrived', words.arrivedNote),
    ...(isEarly && mayStart(record) ? [startDeed] : []),
  ];
}

interface NoteQuestionProps {
  record: CaseRecord;
  about: 'help' | 'progress';
  onClose: () => void;
}

function NoteQuestion({ record, about, onClose }: NoteQuestionProps) {
  const [text, setText] = useState('');
  const give = useGive(record);
  const isHelp = about === 'help';
  const save = () => {
    onClose();
    const note = text.trim();
    const body = isHelp ? { note: words.helpNote(note), mark: 'help_wanted' } : { note };
    void give({ verb: 'add_progress', endpoint: addProgress, body });
  };
  return (
    <ConfirmQuestion
      isOpen
      question={isHelp ? words.helpTitle : words.progressTitle}
      yes={isHelp ? words.helpSend : words.progress}
      no={words.close}
      yesReason={text.trim() ? undefined : isHelp ? words.helpExample : words.progressExample}
      onNo={onClose}
      onYes={save}
    >
      <TextField
        label={isHelp ? words.help : words.progress}
        value={text}
        rows={3}
        maxLength={900}
        onChange={setText}
      />
    </ConfirmQuestion>
  );
}
