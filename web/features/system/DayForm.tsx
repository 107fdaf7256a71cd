import { useState } from 'react';
import { resetCalendarDay, setCalendarDay } from '#contract/system/endpoints.ts';
import type { CalendarDayRecord } from '#contract/system/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { calendarWords as words } from './words.ts';

/** Sets one day apart for this street, or lets the national calendar count again. */
export function DayForm({ day, onClose }: { day: CalendarDayRecord; onClose: () => void }) {
  const [works, setWorks] = useState<'yes' | 'no'>(day.isWorkday ? 'no' : 'yes');
  const [name, setName] = useState(day.local ? day.name : '');
  const [reason, setReason] = useState(day.local?.reason ?? '');
  const set = useCommand(setCalendarDay, { touches: ['calendar', 'system'], onDone: onClose });
  const reset = useCommand(resetCalendarDay, { touches: ['calendar', 'system'], onDone: onClose });
  const error = set.error ?? reset.error;
  const params = { day: day.day };
  return (
    <FormDrawer
      isOpen
      title={words.dayTitle(day.day)}
      busy={set.isPending || reset.isPending}
      problem={error && sentenceOf(error)}
      reason={reason.trim().length < 2 ? words.reasonShort : undefined}
      onSubmit={() =>
        set.mutate({ params, body: { isWorkday: works === 'yes', name: name.trim(), reason: reason.trim() } })
      }
      onClose={onClose}
    >
      {day.local && (
        <div>
          <Button onPress={() => reset.mutate({ params })}>{words.reset}</Button>
        </div>
      )}
      <ChoiceChips
        label={words.isWorkday}
        choices={[
          { value: 'no', word: words.off },
          { value: 'yes', word: words.works },
        ]}
        value={works}
        onChange={setWorks}
      />
      <TextField
        label={words.name}
        help={words.nameHelp}
        optional
        maxLength={20}
        value={name}
        onChange={setName}
      />
      <TextField
        label={words.reason}
        help={words.reasonHelp}
        maxLength={100}
        value={reason}
        onChange={setReason}
      />
    </FormDrawer>
  );
}
