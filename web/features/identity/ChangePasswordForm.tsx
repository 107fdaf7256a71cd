import { useState } from 'react';
import { changePassword } from '#contract/identity/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { passwordWords as words } from './words.ts';

const nothing = { current: '', next: '', again: '' };

export function ChangePasswordForm() {
  const [typed, setTyped] = useState(nothing);
  const command = useCommand(changePassword, { touches: ['identity.me'], onDone: () => setTyped(nothing) });
  const set = (name: keyof typeof nothing) => (value: string) => setTyped({ ...typed, [name]: value });
  const isDifferent = typed.again !== '' && typed.again !== typed.next;
  const isReady = typed.current !== '' && typed.next !== '' && typed.again === typed.next;
  return (
    <form
      className="jia-sheet jia-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) command.mutate({ body: { current: typed.current, next: typed.next } });
      }}
    >
      {command.error && <Banner kind="error">{sentenceOf(command.error)}</Banner>}
      {command.isSuccess && <Banner kind="notice">{words.changed}</Banner>}
      <TextField
        label={words.current}
        type="password"
        autoComplete="current-password"
        value={typed.current}
        onChange={set('current')}
      />
      <TextField
        label={words.next}
        help={words.nextHelp}
        type="password"
        autoComplete="new-password"
        value={typed.next}
        onChange={set('next')}
      />
      <TextField
        label={words.again}
        error={isDifferent ? words.different : undefined}
        type="password"
        autoComplete="new-password"
        value={typed.again}
        onChange={set('again')}
      />
      <Button kind="primary" type="submit" busy={command.isPending && words.changing}>
        {words.change}
      </Button>
    </form>
  );
}
