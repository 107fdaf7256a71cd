import './people.css';
import { householdTags, houseUses } from '#contract/people/codes.ts';
import { moment } from '#web/lib/formats.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { ChooseMany } from './ChooseMany.tsx';
import { householdFieldWords, spoken, typedHousehold } from './householdFacts.ts';
import { choicesOf } from './parts.tsx';
import type { HouseholdEdit } from './useHouseholdEdit.ts';
import { labels, householdWords as words } from './words.ts';

/** The inputs of a household, on the desk and on the phone. */
export function HouseholdFields({ edit }: { edit: HouseholdEdit }) {
  const { typed, current, change, faults } = edit;
  const adults = current.members.filter((member) => !member.minor);
  return (
    <>
      {edit.conflict && <HouseholdConflict edit={edit} />}
      <TextField
        label={words.room}
        help={words.roomHelp}
        error={faults.room}
        value={typed.room}
        maxLength={30}
        onChange={(room) => change({ room })}
      />
      <ChoiceChips
        label={words.use}
        choices={choicesOf(houseUses, labels.houseUse)}
        value={typed.houseUse}
        onChange={(houseUse) => change({ houseUse })}
      />
      {adults.length > 0 && (
        <ChoiceChips
          label={words.head}
          choices={adults.map((member) => ({ value: member.personId, word: member.name }))}
          value={typed.headId}
          onChange={(headId) => change({ headId })}
        />
      )}
      {current.can.edit_tags === true && (
        <ChooseMany
          label={words.tags}
          choices={choicesOf(householdTags, labels.householdTag)}
          value={typed.tags}
          onChange={(tags) => change({ tags })}
        />
      )}
      <TextField
        label={words.note}
        optional
        rows={3}
        error={faults.note}
        value={typed.note}
        maxLength={500}
        onChange={(note) => change({ note })}
      />
    </>
  );
}

/** What a colleague changed meanwhile, field by field; what was typed stays until theirs is taken. */
function HouseholdConflict({ edit }: { edit: HouseholdEdit }) {
  const { conflict, typed, current } = edit;
  if (!conflict) return null;
  return (
    <div className="jia-stack">
      <Banner kind="notice">{words.conflict(conflict.by, moment(conflict.at))}</Banner>
      {conflict.fields.length === 0 && <p className="jia-caption">{words.conflictNone}</p>}
      {conflict.fields.map((key) => (
        <div key={key} className="jia-differing">
          <strong>{householdFieldWords[key]}</strong>
          <span>
            {words.yours} <mark>{spoken(typed, key, current)}</mark>
          </span>
          <span>
            {words.theirs} <mark>{spoken(typedHousehold(current), key, current)}</mark>
          </span>
          <Button small onPress={() => conflict.take(key)}>
            {words.takeTheirs}
          </Button>
        </div>
      ))}
    </div>
  );
}
