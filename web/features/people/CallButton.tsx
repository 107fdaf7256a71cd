import { useState } from 'react';
import { Button } from '#web/ui/Button/Button.tsx';
import { RevealQuestion } from './RevealQuestion.tsx';
import { revealWords, fieldWords as words } from './words.ts';

/** Quick dial: asks what for, has it written down, and then offers the number to call. */
export function CallButton({ personId }: { personId: string }) {
  const [isAsking, setAsking] = useState(false);
  const [phone, setPhone] = useState<string | null>(null);
  if (phone !== null)
    return (
      <Button kind="primary" small icon="phone" href={`tel:${phone}`}>
        {phone}
      </Button>
    );
  return (
    <>
      <Button small icon="phone" onPress={() => setAsking(true)}>
        {words.call}
      </Button>
      {isAsking && (
        <RevealQuestion
          personId={personId}
          fields={['phone']}
          question={revealWords.callQuestion}
          yes={revealWords.callYes}
          onRevealed={(values) => setPhone(values.phone ?? words.noPhone)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
