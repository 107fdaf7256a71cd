import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { signInWithCode } from '#contract/identity/endpoints.ts';
import { call } from '#web/lib/call.ts';
import { moment } from '#web/lib/formats.ts';
import { useSignedIn } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { useSignInCode } from './useSignInCode.ts';
import { signInWords as words } from './words.ts';

const isMobile = (phone: string) => /^1[3-9]\d{9}$/.test(phone);
const digitsOf = (typed: string, max: number) => typed.replace(/\D/g, '').slice(0, max);

export function SignInWithCodeForm() {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { sending, waitSeconds } = useSignInCode();
  const signedIn = useSignedIn();
  const signIn = useMutation({
    mutationFn: () => call(signInWithCode, { body: { phone, code } }),
    onSuccess: signedIn,
  });
  const phoneFault = isChecked && !isMobile(phone) ? words.phoneWrong(phone.length) : undefined;
  const codeFault = isChecked && code.length !== 6 ? words.codeWrong : undefined;
  const refused = signIn.error ?? sending.error;

  return (
    <form
      className="jia-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (isMobile(phone) && code.length === 6) signIn.mutate();
      }}
    >
      {refused && <Banner kind="error">{sentenceOf(refused)}</Banner>}
      <TextField
        label={words.phone}
        help={words.phoneHelp}
        error={phoneFault}
        value={phone}
        onChange={(typed) => setPhone(digitsOf(typed, 11))}
        type="tel"
        inputMode="numeric"
        autoComplete="tel"
      />
      <TextField
        label={words.code}
        error={codeFault}
        help={sending.data && codeHelp(sending.data)}
        value={code}
        onChange={(typed) => setCode(digitsOf(typed, 6))}
        inputMode="numeric"
        autoComplete="one-time-code"
        trailing={
          <Button
            busy={sending.isPending && words.sending}
            onPress={() => {
              if (!isMobile(phone)) return setChecked(true);
              if (waitSeconds === 0) sending.mutate(phone);
            }}
          >
            {waitSeconds > 0 ? words.resendIn(waitSeconds) : words.sendCode}
          </Button>
        }
      />
      <Button kind="primary" type="submit" wide busy={signIn.isPending && words.signingIn}>
        {words.signIn}
      </Button>
    </form>
  );
}

function codeHelp(sent: { demoCode: string | null; expiresAt: string }): string {
  return sent.demoCode ? words.demoCode(sent.demoCode) : words.codeSent(moment(sent.expiresAt));
}
