import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { MomentField } from './MomentField.tsx';
import { noSession, type TypedSession } from './typed.ts';
import { activityFormWords as say } from './words.ts';

interface SessionFieldsProps {
  sessions: readonly TypedSession[];
  onChange: (sessions: readonly TypedSession[]) => void;
}

/** When, until when one signs up, how many places; posts one a line. */
export function SessionFields({ sessions, onChange }: SessionFieldsProps) {
  const change = (at: number, changes: Partial<TypedSession>) =>
    onChange(sessions.map((one, index) => (index === at ? { ...one, ...changes } : one)));
  return (
    <>
      {sessions.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a session that is being written has nothing else.
        <fieldset key={at} className="jia-activity-session">
          <legend>{say.session(at + 1)}</legend>
          <MomentField
            label={say.startsAt}
            value={one.startsAt}
            onChange={(startsAt) => change(at, { startsAt })}
          />
          <MomentField label={say.endsAt} value={one.endsAt} onChange={(endsAt) => change(at, { endsAt })} />
          <TextField
            label={say.places}
            inputMode="numeric"
            value={one.places}
            onChange={(places) => change(at, { places: places.replace(/\D/g, '').slice(0, 5) })}
          />
          <MomentField
            label={say.opensAt}
            optional
            help={say.opensHelp}
            value={one.opensAt}
            onChange={(opensAt) => change(at, { opensAt })}
          />
          <MomentField
            label={say.closesAt}
            optional
            help={say.closesHelp}
            value={one.closesAt}
            onChange={(closesAt) => change(at, { closesAt })}
          />
          <TextField
            label={say.posts}
            optional
            rows={2}
            help={say.postsHelp}
            value={one.posts}
            onChange={(posts) => change(at, { posts })}
          />
          {sessions.length > 1 && (
            <Button small onPress={() => onChange(sessions.filter((_, index) => index !== at))}>
              {say.removeSession}
            </Button>
          )}
        </fieldset>
      ))}
      <Button small icon="plus" onPress={() => onChange([...sessions, noSession])}>
        {say.addSession}
      </Button>
    </>
  );
}
