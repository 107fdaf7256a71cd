import './people.css';
import { useState } from 'react';
import { type GuardianRelation, guardianRelations } from '#contract/people/codes.ts';
import { addGuardianship, endGuardianship } from '#contract/people/protection.ts';
import type { PersonRecord } from '#contract/people/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { type Option, SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { choicesOf, searchPersons } from './parts.tsx';
import { labels, guardianWords as words } from './words.ts';

type Guardianship = PersonRecord['guardianships'][number];
const adultAge = 18;

/** Who answers for a minor, or for whom a grown-up answers; whoever may correct the file adds and ends. */
export function GuardianshipsSection({ person }: { person: PersonRecord }) {
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Guardianship | null>(null);
  const isMinor = person.age !== null && person.age < adultAge;
  const mayEdit = person.can.correct === true;
  if (person.guardianships.length === 0 && !isMinor) return null;
  return (
    <Section
      title={isMinor ? words.guardians : words.wards}
      aside={
        isMinor &&
        mayEdit && (
          <Button small icon="plus" onPress={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      {person.guardianships.length === 0 && <p className="jia-caption">{words.none}</p>}
      {person.guardianships.map((one) => (
        <div key={one.guardianshipId} className="jia-person-line">
          <span>
            {otherOf(one, person)} · {labels.guardian[one.relation]}{' '}
            <Tag>{one.verifiedAt ? words.verified : words.notVerified}</Tag>
          </span>
          {mayEdit && (
            <Button small kind="quiet" onPress={() => setLeaving(one)}>
              {words.end}
            </Button>
          )}
        </div>
      ))}
      {isAdding && <AddGuardianForm person={person} onClose={() => setAdding(false)} />}
      {leaving && (
        <EndQuestion one={leaving} name={otherOf(leaving, person)} onClose={() => setLeaving(null)} />
      )}
    </Section>
  );
}

const otherOf = (one: Guardianship, { personId }: PersonRecord): string =>
  one.minorId === personId ? one.guardianName : one.minorName;

const seen = [
  { value: 'yes', word: words.seenYes },
  { value: 'no', word: words.seenNo },
] as const;

function AddGuardianForm({ person, onClose }: { person: PersonRecord; onClose: () => void }) {
  const [guardian, setGuardian] = useState<Option | null>(null);
  const [relation, setRelation] = useState<GuardianRelation | null>(null);
  const [isSeen, setSeen] = useState<'yes' | 'no'>('no');
  const add = useCommand(addGuardianship, { onDone: onClose });
  const isWhole = guardian && relation;
  return (
    <FormDrawer
      isOpen
      title={words.addTitle(person.name)}
      verb={words.add}
      busy={add.isPending}
      problem={add.error && sentenceOf(add.error)}
      reason={isWhole ? undefined : words.missing}
      onSubmit={() =>
        isWhole &&
        add.mutate({
          params: { personId: person.personId },
          body: { guardianId: guardian.value, relation, verified: isSeen === 'yes' },
        })
      }
      onClose={onClose}
    >
      <SearchField
        label={words.guardian}
        help={words.guardianHelp}
        value={guardian ? [guardian] : []}
        search={searchPersons}
        onChange={(chosen) => setGuardian(chosen.at(-1) ?? null)}
      />
      <ChoiceChips
        label={words.relation}
        choices={choicesOf(guardianRelations, labels.guardian)}
        value={relation}
        onChange={setRelation}
      />
      <ChoiceChips label={words.papers} choices={seen} value={isSeen} onChange={setSeen} />
    </FormDrawer>
  );
}

function EndQuestion({ one, name, onClose }: { one: Guardianship; name: string; onClose: () => void }) {
  const end = useCommand(endGuardianship, { onDone: onClose });
  return (
    <WrittenQuestion
      question={words.endQuestion(name)}
      yes={words.end}
      no={words.keep}
      label={words.reason}
      help={words.reasonHelp}
      missing={words.reasonMissing}
      max={200}
      problem={end.error && sentenceOf(end.error)}
      busy={end.isPending && words.end}
      onYes={(reason) => end.mutate({ params: { guardianshipId: one.guardianshipId }, body: { reason } })}
      onNo={onClose}
    />
  );
}
