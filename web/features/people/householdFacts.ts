// A household while it is typed, for the desk and the phone.
import type { HouseholdTag, HouseUse } from '#contract/people/codes.ts';
import type { HouseholdRecord } from '#contract/people/records.ts';
import { householdWords, labels, listMark } from './words.ts';

export interface TypedHousehold {
  room: string;
  houseUse: HouseUse;
  tags: HouseholdTag[];
  note: string;
  headId: string | null;
}

export function typedHousehold(record: HouseholdRecord): TypedHousehold {
  const { room, houseUse, tags, note, headId } = record;
  return { room, houseUse, tags: tags ?? [], note, headId };
}

/** Only what differs is sent: tags stay untouched by who may not see them. */
export function householdChanges(base: TypedHousehold, typed: TypedHousehold) {
  return {
    ...(typed.room.trim() !== base.room ? { room: typed.room.trim() } : {}),
    ...(typed.houseUse !== base.houseUse ? { houseUse: typed.houseUse } : {}),
    ...(typed.tags.toSorted().join() !== base.tags.toSorted().join() ? { tags: typed.tags } : {}),
    ...(typed.note.trim() !== base.note ? { note: typed.note.trim() } : {}),
    ...(typed.headId !== null && typed.headId !== base.headId ? { headId: typed.headId } : {}),
  };
}

export const householdFieldWords: Record<keyof TypedHousehold, string> = {
  room: householdWords.room,
  houseUse: householdWords.use,
  tags: householdWords.tags,
  note: householdWords.note,
  headId: householdWords.head,
};

/** A value as a person reads it, for the note on what somebody else changed. */
export function spoken(typed: TypedHousehold, key: keyof TypedHousehold, record: HouseholdRecord): string {
  const said = {
    room: typed.room,
    houseUse: labels.houseUse[typed.houseUse],
    tags: typed.tags.map((tag) => labels.householdTag[tag]).join(listMark),
    note: typed.note,
    headId: record.members.find((member) => member.personId === typed.headId)?.name ?? '',
  }[key];
  return said || householdWords.blank;
}
