import './people.css';
import { useState } from 'react';
import { type ConsentPurpose, consentPurposes } from '#contract/people/codes.ts';
import { recordConsent, withdrawConsent } from '#contract/people/protection.ts';
import type { ConsentRecord, PersonRecord } from '#contract/people/records.ts';
import { stamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { choicesOf } from './parts.tsx';
import { labels, personWords as words } from './words.ts';

const childAge = 14;

/** What the person, or the guardian of a child, has allowed; at the counter it comes on paper. */
export function ConsentsSection({ person }: { person: PersonRecord }) {
  const [asked, setAsked] = useState<ConsentRecord | null>(null);
  const [isRecording, setRecording] = useState(false);
  const mayEdit = person.can.correct === true;
  return (
    <Section
      title={words.consents}
      aside={
        mayEdit && (
          <Button small icon="plus" onPress={() => setRecording(true)}>
            {words.recordConsent}
          </Button>
        )
      }
    >
      {person.consents.length === 0 && <p className="jia-caption">{words.noConsents}</p>}
      {person.consents.map((one) => (
        <div key={one.consentId} className="jia-person-line">
          <span>
            {labels.consentPurpose[one.purpose]}
            <span className="jia-caption">
              {' '}
              {[
                labels.consentWay[one.way],
                one.givenByName,
                one.withdrawnAt ? words.withdrawn(stamp(one.withdrawnAt)) : words.given(stamp(one.givenAt)),
              ].join(' · ')}
            </span>
          </span>
          {one.withdrawnAt === null && mayEdit && (
            <Button small kind="quiet" onPress={() => setAsked(one)}>
              {words.withdraw}
            </Button>
          )}
        </div>
      ))}
      {asked && <WithdrawQuestion consent={asked} onClose={() => setAsked(null)} />}
      {isRecording && <RecordForm person={person} onClose={() => setRecording(false)} />}
    </Section>
  );
}

function RecordForm({ person, onClose }: { person: PersonRecord; onClose: () => void }) {
  const isChild = person.age !== null && person.age < childAge;
  const guardians = person.guardianships.filter(({ minorId }) => minorId === person.personId);
  const standing = new Set(
    person.consents.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => purpose),
  );
  const open = consentPurposes.filter((one) => !standing.has(one) && (isChild || one !== 'child_record'));
  const [purpose, setPurpose] = useState<ConsentPurpose | null>(null);
  const [giver, setGiver] = useState<string | null>(guardians[0]?.guardianId ?? null);
  const [note, setNote] = useState('');
  const record = useCommand(recordConsent, { onDone: onClose });
  const reason = reasonOf(
    open.length > 0,
    !isChild || giver !== null,
    purpose !== null && note.trim() !== '',
  );
  return (
    <FormDrawer
      isOpen
      title={words.recordConsent}
      busy={record.isPending}
      problem={record.error && sentenceOf(record.error)}
      reason={reason}
      onSubmit={() =>
        purpose &&
        record.mutate({
          params: { personId: person.personId },
          body: { purpose, evidenceNote: note.trim(), ...(isChild && giver ? { givenById: giver } : {}) },
        })
      }
      onClose={onClose}
    >
      <ChoiceChips
        label={words.consentTo}
        choices={choicesOf(open, labels.consentPurpose)}
        value={purpose}
        onChange={setPurpose}
      />
      {isChild && guardians.length > 0 && (
        <ChoiceChips
          label={words.consentBy}
          choices={guardians.map(({ guardianId, guardianName, relation }) => ({
            value: guardianId,
            word: `${guardianName} · ${labels.guardian[relation]}`,
          }))}
          value={giver}
          onChange={setGiver}
        />
      )}
      <TextField
        label={words.evidence}
        help={words.evidenceHelp}
        value={note}
        maxLength={100}
        onChange={setNote}
      />
    </FormDrawer>
  );
}

function reasonOf(hasOpen: boolean, hasGiver: boolean, isWhole: boolean): string | undefined {
  if (!hasOpen) return words.consentsAll;
  if (!hasGiver) return words.consentGuardian;
  return isWhole ? undefined : words.consentMissing;
}

function WithdrawQuestion({ consent, onClose }: { consent: ConsentRecord; onClose: () => void }) {
  const withdraw = useCommand(withdrawConsent, { onDone: onClose });
  const purpose = labels.consentPurpose[consent.purpose];
  return (
    <ConfirmQuestion
      isOpen
      question={words.withdrawQuestion(purpose)}
      yes={words.withdraw}
      no={words.keep}
      busy={withdraw.isPending && words.withdraw}
      onYes={() => withdraw.mutate({ params: { consentId: consent.consentId }, body: {} })}
      onNo={onClose}
    >
      {withdraw.error && <Banner kind="error">{sentenceOf(withdraw.error)}</Banner>}
    </ConfirmQuestion>
  );
}
