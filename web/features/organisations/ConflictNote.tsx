import { moment } from '#web/lib/formats.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { conflicts, type FactKey, fieldOf, spoken, type TypedFacts } from './facts.ts';
import { organisationFormWords as say, organisationWords as words } from './words.ts';

interface ConflictNoteProps {
  by: string;
  at: string;
  /** As it stood when the form was opened. */
  base: TypedFacts;
  typed: TypedFacts;
  /** As another has stored it since. */
  current: TypedFacts;
  onTake: (changes: Partial<TypedFacts>) => void;
}

/** What another changed meanwhile, field by field; what was typed stays until the editor takes theirs. */
export function ConflictNote({ by, at, base, typed, current, onTake }: ConflictNoteProps) {
  const differing = conflicts(base, typed, current);
  return (
    <div className="jia-stack">
      <Banner kind="notice">{say.conflictTitle(by, moment(at))}</Banner>
      {differing.map((key) => (
        <div key={key} className="jia-conflict">
          <strong>{words.fields[fieldOf(key)]}</strong>
          <span>
            {say.yours} <mark>{spoken(typed, key)}</mark>
          </span>
          <span>
            {say.theirs} <mark>{spoken(current, key)}</mark>
          </span>
          <Button small onPress={() => onTake(taken(current, key))}>
            {say.takeTheirs}
          </Button>
        </div>
      ))}
    </div>
  );
}

const taken = (current: TypedFacts, key: FactKey): Partial<TypedFacts> => ({ [key]: current[key] });
