import './identity.css';
import { useState } from 'react';
import { readHealth } from '#contract/kernel/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { Mark } from '#web/ui/Icon/Icon.tsx';
import { SignInWithCodeForm } from './SignInWithCodeForm.tsx';
import { SignInWithPasswordForm } from './SignInWithPasswordForm.tsx';
import { signInWords as words } from './words.ts';

/** Residents and wardens sign in by code, staff by password; the field app serves both. */
export type SignInWay = 'code' | 'password';

export interface WithoutAccount {
  href: string;
  word: string;
}

interface SignInPageProps {
  ways: readonly [SignInWay, ...SignInWay[]];
  without?: WithoutAccount;
}

export function SignInPage({ ways, without }: SignInPageProps) {
  const [way, setWay] = useState<SignInWay>(ways[0]);
  const health = useRead(readHealth);
  return (
    <main className="jia-signin">
      <Mark size={48} />
      <h1>{health.data?.street?.name ?? words.title}</h1>
      {ways.length > 1 && (
        <ChoiceChips
          label={words.way}
          choices={[
            { value: 'code', word: words.byCode },
            { value: 'password', word: words.byPassword },
          ]}
          value={way}
          onChange={setWay}
        />
      )}
      <div className="jia-sheet">{way === 'code' ? <SignInWithCodeForm /> : <SignInWithPasswordForm />}</div>
      {way === 'code' && <p className="jia-caption">{words.noPhone}</p>}
      {without && (
        <a className="jia-signin-demo" href={without.href}>
          {without.word}
        </a>
      )}
      {health.data?.demo && (
        <a className="jia-signin-demo" href="/demo">
          {words.demoPeople}
        </a>
      )}
    </main>
  );
}
