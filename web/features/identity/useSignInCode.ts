import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sendCode } from '#contract/identity/endpoints.ts';
import { call } from '#web/lib/call.ts';

/** Asks for a one-time code and counts down until the next may be asked. */
export function useSignInCode() {
  const [now, setNow] = useState(() => Date.now());
  const sending = useMutation({ mutationFn: (phone: string) => call(sendCode, { body: { phone } }) });
  const resendAt = sending.data ? Date.parse(sending.data.resendAt) : 0;
  const waitSeconds = Math.max(0, Math.ceil((resendAt - now) / 1000));

  useEffect(() => {
    if (resendAt <= Date.now()) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [resendAt]);

  return { sending, waitSeconds };
}
