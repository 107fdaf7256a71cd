import { useState } from 'react';
import { planDuty } from '#contract/calls/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { postsOf, shiftsFrom } from './dutyDraft.ts';
import { instantOf, MomentField, typedIn } from './moments.tsx';
import { deskDutyWords } from './words.ts';

const words = deskDutyWords.form;

/** Shifts of one length, one after the other, each with the same posts. */
export function PlanDutyForm({ onClose }: { onClose: () => void }) {
  const [title, setTitle] = useState('');
  const [areaId, setAreaId] = useState<string | null>(null);
  const [place, setPlace] = useState('');
  const [typed, setTyped] = useState('');
  const [from, setFrom] = useState(() => typedIn(1));
  const [hours, setHours] = useState('4');
  const [count, setCount] = useState('2');
  const plan = useCommand(planDuty, { onDone: onClose });
  const posts = postsOf(typed);
  const shifts = shiftsFrom(instantOf(from), Number(hours) || 1, Math.min(Number(count) || 1, 30));
  const ready = areaId && posts && title.trim() && place.trim() && from;
  return (
    <FormDrawer
      isOpen
      title={words.title}
      verb={words.plan}
      busy={plan.isPending}
      problem={plan.error && sentenceOf(plan.error)}
      reason={ready ? undefined : words.incomplete}
      onSubmit={() =>
        areaId &&
        posts &&
        plan.mutate({ body: { title: title.trim(), areaId, place: place.trim(), posts, shifts } })
      }
      onClose={onClose}
    >
      <TextField label={words.name} maxLength={60} value={title} onChange={setTitle} />
      <Field label={words.area}>
        {({ id }) => <AreaPicker id={id} value={areaId} onChange={setAreaId} />}
      </Field>
      <TextField label={words.place} maxLength={80} value={place} onChange={setPlace} />
      <TextField
        label={words.posts}
        help={words.postsHelp}
        error={typed.trim() && !posts ? words.postsWrong : undefined}
        rows={4}
        maxLength={500}
        value={typed}
        onChange={setTyped}
      />
      <MomentField label={words.from} value={from} onChange={(next) => next && setFrom(next)} />
      <TextField label={words.hours} inputMode="numeric" maxLength={2} value={hours} onChange={setHours} />
      <TextField label={words.count} inputMode="numeric" maxLength={2} value={count} onChange={setCount} />
    </FormDrawer>
  );
}
