import { useState } from 'react';
import { useSignOut } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { accountWords as words } from './words.ts';

export function SignOutButton() {
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const signOut = useSignOut();
  return (
    <>
      {problem && <Banner kind="error">{problem}</Banner>}
      <div>
        <Button icon="exit" onPress={() => setAsking(true)}>
          {words.signOut}
        </Button>
      </div>
      <ConfirmQuestion
        isOpen={isAsking}
        question={words.signOutQuestion}
        yes={words.signOut}
        no={words.stay}
        onNo={() => setAsking(false)}
        onYes={() => {
          setAsking(false);
          signOut().catch((error: unknown) => setProblem(sentenceOf(error)));
        }}
      />
    </>
  );
}
