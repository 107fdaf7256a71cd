import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { signInWithPassword } from '#contract/identity/endpoints.ts';
import { call } from '#web/lib/call.ts';
import { useSignedIn } from '#web/lib/me.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { signInWords as words } from './words.ts';

/** Phone and password; the second factor is asked for once the server wants it. */
export function SignInWithPasswordForm() {
  const [phone, setPhone] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [wantsTotp, setWantsTotp] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const signedIn = useSignedIn();
  const signIn = useMutation({
    mutationFn: () => call(signInWithPassword, { body: { phone, password, ...(totp && { totp }) } }),
    onSuccess: signedIn,
    onError: (error) => {
      if (error instanceof ProblemError && error.code.startsWith('sign_in.totp')) setWantsTotp(true);
    },
  });
  const isPhone = /^1[3-9]\d{9}$/.test(phone);

  return (
    <form
      className="jia-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (isPhone && password) signIn.mutate();
      }}
    >
      {signIn.error && <Banner kind="error">{sentenceOf(signIn.error)}</Banner>}
      <TextField
        label={words.phone}
        error={isChecked && !isPhone ? words.phoneWrong(phone.length) : undefined}
        value={phone}
        onChange={(typed) => setPhone(typed.replace(/\D/g, '').slice(0, 11))}
        type="tel"
        inputMode="numeric"
        autoComplete="username"
      />
      <TextField
        label={words.password}
        help={words.forgot}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="current-password"
        maxLength={200}
      />
      {wantsTotp && (
        <TextField
          label={words.totp}
          help={words.totpHelp}
          value={totp}
          onChange={(typed) => setTotp(typed.replace(/\D/g, '').slice(0, 6))}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      )}
      <Button kind="primary" type="submit" wide busy={signIn.isPending && words.signingIn}>
        {words.signIn}
      </Button>
    </form>
  );
}
