import { useMutation } from '@tanstack/react-query';
import { toDataURL } from 'qrcode';
import { useState } from 'react';
import { confirmSecondFactor, startSecondFactor } from '#contract/identity/endpoints.ts';
import { call } from '#web/lib/call.ts';
import { useMe } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { signInWords, secondFactorWords as words } from './words.ts';

/** Turns the second factor on: scan, type one code, done. */
export function SecondFactorForm() {
  const me = useMe();
  const [totp, setTotp] = useState('');
  const start = useMutation({
    mutationFn: async () => {
      const { secret, uri } = await call(startSecondFactor);
      return { secret, picture: await toDataURL(uri, { margin: 4, width: 192 }) };
    },
  });
  const confirm = useCommand(confirmSecondFactor, { touches: ['identity.me'], onDone: () => start.reset() });

  if (me.data?.secondFactor) return <StatusChip status="done">{words.on}</StatusChip>;
  const refused = confirm.error ?? start.error;
  return (
    <div className="jia-sheet jia-stack">
      {refused && <Banner kind="error">{sentenceOf(refused)}</Banner>}
      {!start.data && (
        <>
          <p>{words.off}</p>
          <div>
            <Button onPress={() => start.mutate()}>{words.start}</Button>
          </div>
        </>
      )}
      {start.data && (
        <form
          className="jia-stack"
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate({ body: { totp } });
          }}
        >
          <p>{words.scan}</p>
          <img className="jia-qr" src={start.data.picture} alt={words.scan} />
          <p className="jia-secret">{start.data.secret}</p>
          <TextField
            label={signInWords.totp}
            inputMode="numeric"
            value={totp}
            onChange={(typed) => setTotp(typed.replace(/\D/g, '').slice(0, 6))}
          />
          <Button kind="primary" type="submit" busy={confirm.isPending && words.confirming}>
            {words.confirm}
          </Button>
        </form>
      )}
    </div>
  );
}
