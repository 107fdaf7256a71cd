import { useState } from 'react';
import { rateRedemption } from '#contract/redemption/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { say } from '#web/ui/say.ts';
import { showWords as words } from './words.ts';

type Stars = keyof typeof words.stars;
const choices = (Object.keys(words.stars) as Stars[]).map((value) => ({ value, word: words.stars[value] }));

/** One rating for one capture. */
export function RateForm({ redemptionId }: { redemptionId: string }) {
  const [stars, setStars] = useState<Stars | null>(null);
  const [note, setNote] = useState('');
  const rate = useCommand(rateRedemption, { onDone: () => void say(words.thanks) });
  return (
    <section className="jia-sheet jia-stack" aria-label={words.rate}>
      <h2>{words.rate}</h2>
      {rate.error && <Banner kind="error">{sentenceOf(rate.error)}</Banner>}
      <ChoiceChips label={words.missing} choices={choices} value={stars} onChange={setStars} />
      <TextField label={words.note} optional rows={2} maxLength={200} value={note} onChange={setNote} />
      <p className="jia-caption">{words.rateNote}</p>
      <Button
        kind="primary"
        wide
        busy={rate.isPending && words.sending}
        reason={stars ? undefined : words.missing}
        onPress={() =>
          stars &&
          rate.mutate({ params: { redemptionId }, body: { stars: Number(stars), note: note.trim() } })
        }
      >
        {words.send}
      </Button>
    </section>
  );
}
