import type { ReactNode } from 'react';
import { useMe } from '#web/lib/me.ts';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import { SignInPage, type SignInWay, type WithoutAccount } from './SignInPage.tsx';
import { passwordWords } from './words.ts';

interface SignInGateProps {
  ways: readonly [SignInWay, ...SignInWay[]];
  /** What can be done without an account. */
  without?: WithoutAccount;
  children: ReactNode;
}

/** Shows the shell to who is signed in, else the way in; the address stays for afterwards. */
export function SignInGate({ ways, without, children }: SignInGateProps) {
  const me = useMe();
  if (me.isPending) return <Loading />;
  if (me.error) return <Failed error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data) return <SignInPage ways={ways} {...(without ? { without } : {})} />;
  if (me.data.mustChangePassword) {
    return (
      <main className="jia-signin">
        <h1>{passwordWords.mustChange}</h1>
        <ChangePasswordForm />
      </main>
    );
  }
  return children;
}
