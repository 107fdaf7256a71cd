import { useState } from 'react';
import { moveHousehold } from '#contract/people/endpoints.ts';
import type { HouseholdRecord } from '#contract/people/records.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type Option, SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { householdWords as words } from './words.ts';

type Where = 'inside' | 'away';

const ways = [
  { value: 'inside', word: words.moveInside },
  { value: 'away', word: words.moveAway },
] as const;

/** A household goes to another door, or leaves the street. */
export function MoveHouseholdForm({ record, onClose }: { record: HouseholdRecord; onClose: () => void }) {
  const [where, setWhere] = useState<Where>('inside');
  const [area, setArea] = useState<Option | null>(null);
  const [room, setRoom] = useState('');
  const [reason, setReason] = useState('');
  const move = useCommand(moveHousehold, { onDone: onClose });
  const to =
    where === 'away' ? null : area && room.trim() ? { areaId: area.value, room: room.trim() } : undefined;
  return (
    <FormDrawer
      isOpen
      title={words.moveTitle}
      verb={words.moveVerb}
      busy={move.isPending}
      problem={move.error ? sentenceOf(move.error) : null}
      reason={missing(where, area, room, reason)}
      onSubmit={() =>
        to !== undefined &&
        move.mutate({
          params: { householdId: record.householdId },
          body: { version: record.version, to, reason: reason.trim() },
        })
      }
      onClose={onClose}
    >
      <ChoiceChips label={words.moveWhere} choices={ways} value={where} onChange={setWhere} />
      {where === 'inside' ? (
        <>
          <SearchField
            label={words.area}
            help={words.areaHelp}
            value={area ? [area] : []}
            search={searchAreas}
            onChange={([chosen]) => setArea(chosen ?? null)}
          />
          <TextField
            label={words.room}
            help={words.roomHelp}
            value={room}
            maxLength={30}
            onChange={setRoom}
          />
        </>
      ) : (
        <p className="jia-caption">{words.moveAwayHelp}</p>
      )}
      <TextField
        label={words.moveReason}
        help={words.moveReasonHelp}
        value={reason}
        maxLength={200}
        onChange={setReason}
      />
    </FormDrawer>
  );
}

function missing(where: Where, area: Option | null, room: string, reason: string): string | undefined {
  if (where === 'inside' && !area) return words.missingArea;
  if (where === 'inside' && !room.trim()) return words.missingRoom;
  return reason.trim().length < 2 ? words.missingReason : undefined;
}
