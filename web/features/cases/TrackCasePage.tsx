import './cases.css';
import { useState } from 'react';
import { trackCase } from '#contract/cases/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Progress } from './MyCasePage.tsx';
import { trackWords as words } from './words.ts';

/** Progress by number and the last four digits of the phone, for whoever reported by telephone. */
export function TrackCasePage({ onBack }: { onBack: (() => void) | true }) {
  const [number, setNumber] = useState('');
  const [tail, setTail] = useState('');
  const track = useCommand(trackCase, { touches: [] });
  const isComplete = number.trim() !== '' && /^\d{4}$/.test(tail);
  return (
    <>
      <PageHeader title={words.title} onBack={onBack} />
      <form
        className="jia-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete) track.mutate({ body: { number: number.trim(), phoneTail: tail } });
        }}
      >
        <TextField
          label={words.number}
          value={number}
          maxLength={30}
          onChange={setNumber}
          error={track.error ? sentenceOf(track.error) : undefined}
        />
        <TextField
          label={words.tail}
          value={tail}
          maxLength={4}
          inputMode="numeric"
          help={words.tailShort}
          onChange={setTail}
        />
        <Button type="submit" kind="primary" wide busy={track.isPending && words.finding}>
          {words.find}
        </Button>
      </form>
      {track.data && <Progress record={track.data} />}
    </>
  );
}
