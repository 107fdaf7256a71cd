import './lock.css';
import { type ReactNode, useEffect, useState } from 'react';
import { contactServer, pinPolicy } from '#web/lib/deviceContact.ts';
import { hasJustSignedIn, useSignInAgain } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { queryClient } from '#web/lib/query.ts';
import { countWaiting } from '#web/lib/store.ts';
import { recoverVault, unlockVault, useVault, vaultState, wakeVault } from '#web/lib/vault/vault.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Loading } from '#web/ui/Loading/Loading.tsx';
import { SetPinForm } from './SetPinForm.tsx';
import { useAwayLock } from './useAwayLock.ts';
import { lockWords as words } from './words.ts';

/** What the phone keeps is shown after six digits, where somebody has set them. */
export function LockGate({ accountId, children }: { accountId: string; children: ReactNode }) {
  const vault = useVault();
  useEffect(() => void wakeVault(accountId), [accountId]);
  useAwayLock(() => queryClient.removeQueries({ predicate: ({ queryKey: [name] }) => !isOwn(name) }));
  if (vault === 'asking') return <Loading rows={6} />;
  if (vault === 'locked') return <PinPage />;
  if (vault === 'lost') return <LostPage accountId={accountId} />;
  if (vault === 'off' && pinPolicy() === 'required' && canLock())
    return (
      <main className="jia-lock">
        <SetPinForm />
      </main>
    );
  return children;
}

/** Who is signed in is no reading of others. */
const isOwn = (name: unknown): boolean => name === 'identity.me';
const canLock = (): boolean => globalThis.crypto?.subtle !== undefined;

function useWaitingCount(): number {
  const [count, setCount] = useState(0);
  useEffect(() => void countWaiting().then(setCount), []);
  return count;
}

function PinPage() {
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const waiting = useWaitingCount();
  const open = async () => {
    setBusy(true);
    const { opened, triesLeft } = await unlockVault(pin);
    setBusy(false);
    if (opened) return;
    setPin('');
    setProblem(words.wrong(triesLeft));
  };
  return (
    <main className="jia-lock">
      <h1>{words.title}</h1>
      <p className="jia-text2">{words.help}</p>
      <form
        className="jia-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void open();
        }}
      >
        <TextField
          label={words.digits}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={pin}
          error={problem ?? undefined}
          onChange={setPin}
        />
        {waiting > 0 && problem && <Banner kind="queue">{words.waiting(waiting)}</Banner>}
        <Button
          kind="primary"
          type="submit"
          wide
          busy={isBusy && words.opening}
          reason={pin.length === 6 ? undefined : words.short}
        >
          {words.open}
        </Button>
      </form>
    </main>
  );
}

/** Readings are gone; what was not sent is opened by whoever signs in as its owner. */
function LostPage({ accountId }: { accountId: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const signInAgain = useSignInAgain();
  const waiting = useWaitingCount();
  useEffect(() => {
    if (hasJustSignedIn(accountId)) void recover().then(setProblem);
  }, [accountId]);
  return (
    <main className="jia-lock">
      <h1>{words.lostTitle}</h1>
      <p>{words.lost}</p>
      {waiting > 0 && <Banner kind="queue">{words.lostWaiting(waiting)}</Banner>}
      {problem && <Banner kind="error">{problem}</Banner>}
      <Button
        kind="primary"
        wide
        onPress={() => void signInAgain().catch((error: unknown) => setProblem(sentenceOf(error)))}
      >
        {words.signIn}
      </Button>
    </main>
  );
}

/** Null when it is open again. */
async function recover(): Promise<string | null> {
  try {
    const key = await contactServer();
    if (key && (await recoverVault(key))) return null;
    return vaultState() === 'lost' ? words.other : null;
  } catch (error) {
    return sentenceOf(error);
  }
}
