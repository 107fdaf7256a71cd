import { useState } from 'react';
import { postNeed } from '#contract/mutualhelp/teams.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { daysFrom } from './slots.ts';
import { deskTeamWords } from './words.ts';

const words = deskTeamWords.form;
const dayMs = 86_400_000;
const beijingMs = 8 * 3_600_000;

/** `2026-11-21T09:00` as typed in Beijing. */
const instantOf = (typed: string): string => new Date(`${typed}:00+08:00`).toISOString();
const typedAt = (hour: number): string => {
  const [, , later = 0] = daysFrom(new Date(), 3);
  return new Date(later + hour * (dayMs / 24) + beijingMs).toISOString().slice(0, 16);
};

/** A community says what it needs, when, and of how many. */
export function PostNeedForm({ onClose }: { onClose: () => void }) {
  const [communityId, setCommunityId] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [from, setFrom] = useState(() => typedAt(9));
  const [until, setUntil] = useState(() => typedAt(11));
  const [wanted, setWanted] = useState('4');
  const post = useCommand(postNeed, { onDone: onClose });
  return (
    <FormDrawer
      isOpen
      title={deskTeamWords.postTitle}
      verb={deskTeamWords.post}
      busy={post.isPending}
      problem={post.error && sentenceOf(post.error)}
      reason={communityId && title.trim() ? undefined : words.incomplete}
      onSubmit={() =>
        communityId &&
        post.mutate({
          body: {
            communityId,
            title: title.trim(),
            text: text.trim(),
            startsAt: instantOf(from),
            endsAt: instantOf(until),
            peopleWanted: Number(wanted) || 1,
          },
        })
      }
      onClose={onClose}
    >
      <Field label={words.community}>
        {({ id }) => <AreaPicker id={id} level="community" value={communityId} onChange={setCommunityId} />}
      </Field>
      <TextField label={words.name} maxLength={40} value={title} onChange={setTitle} />
      <TextField label={words.text} rows={3} maxLength={300} value={text} onChange={setText} />
      <Moment label={words.from} value={from} onChange={setFrom} />
      <Moment label={words.until} value={until} onChange={setUntil} />
      <TextField label={words.wanted} inputMode="numeric" maxLength={3} value={wanted} onChange={setWanted} />
    </FormDrawer>
  );
}

function Moment(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={props.label}>
      {(ids) => (
        <input
          {...ids}
          className="jia-input"
          type="datetime-local"
          value={props.value}
          onChange={(event) => event.target.value && props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
