import { useState } from 'react';
import { contactServer } from '#web/lib/deviceContact.ts';
import { isOffline, sentenceOf } from '#web/lib/problem.ts';
import { setPin } from '#web/lib/vault/vault.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { say } from '#web/ui/say.ts';
import { lockWords as words } from './words.ts';

/** Six digits, twice. It asks for a network once: the server's key opens unsent work when they are forgotten. */
export function SetPinForm({ onDone }: { onDone?: () => void }) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    const fault = faultOf(first, second);
    setProblem(fault);
    if (fault) return;
    setBusy(true);
    try {
      const key = await contactServer();
      if (!key) return setProblem(words.needsNetwork);
      await setPin(first, key);
      await say(words.isSet);
      onDone?.();
    } catch (error) {
      setProblem(isOffline(error) ? words.needsNetwork : sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="jia-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{words.setTitle}</h2>
      <p className="jia-text2">{words.setHelp}</p>
      <TextField
        label={words.first}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={first}
        onChange={setFirst}
      />
      <TextField
        label={words.second}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={second}
        error={problem ?? undefined}
        onChange={setSecond}
      />
      <Button kind="primary" type="submit" wide busy={isBusy && words.opening}>
        {words.set}
      </Button>
    </form>
  );
}

export function faultOf(first: string, second: string): string | null {
  if (!/^\d{6}$/.test(first)) return words.short;
  if (/^(\d)\1{5}$/.test(first) || '0123456789876543210'.includes(first)) return words.easy;
  return first === second ? null : words.different;
}
