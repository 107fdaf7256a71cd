import { useState } from 'react';
import { type GuardianRelation, guardianRelations } from '#contract/people/codes.ts';
import { type MyData, registerMyChild } from '#contract/people/mine.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { ChooseMany } from './ChooseMany.tsx';
import { MyConsents } from './MyConsents.tsx';
import { choicesOf } from './parts.tsx';
import { labels, myDataWords as words } from './words.ts';

/** Children in my care, each with what I allowed for it. */
export function MyChildren({ items }: { items: MyData['children'] }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Section
        title={words.children}
        aside={
          <Button small icon="plus" onPress={() => setAdding(true)}>
            {words.addChild}
          </Button>
        }
      >
        {items.map((child) => (
          <MyConsents
            key={child.personId}
            personId={child.personId}
            consents={child.consents}
            child={{ name: child.name }}
          />
        ))}
      </Section>
      {isAdding && <AddChildQuestion onClose={() => setAdding(false)} />}
    </>
  );
}

function AddChildQuestion({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [bornOn, setBornOn] = useState('');
  const [relation, setRelation] = useState<GuardianRelation | null>(null);
  const [agreed, setAgreed] = useState<'agreed'[]>([]);
  const register = useCommand(registerMyChild, { onDone: onClose });
  const isWhole = name.trim() !== '' && bornOn !== '' && relation !== null && agreed.length > 0;
  return (
    <ConfirmQuestion
      isOpen
      question={words.addChild}
      yes={words.childSave}
      no={words.keep}
      yesReason={isWhole ? undefined : words.childMissing}
      busy={register.isPending && words.childSave}
      onYes={() =>
        relation && register.mutate({ body: { name: name.trim(), bornOn, relation, agreed: true } })
      }
      onNo={onClose}
    >
      <TextField
        label={words.childName}
        error={register.error ? sentenceOf(register.error) : undefined}
        value={name}
        maxLength={40}
        onChange={setName}
      />
      <TextField label={words.childBornOn} type="date" value={bornOn} onChange={setBornOn} />
      <ChoiceChips
        label={words.childRelation}
        choices={choicesOf(guardianRelations, labels.guardian)}
        value={relation}
        onChange={setRelation}
      />
      <ChooseMany
        label={words.childAgreeHelp}
        choices={[{ value: 'agreed', word: words.childAgree }]}
        value={agreed}
        onChange={setAgreed}
      />
    </ConfirmQuestion>
  );
}
