import { useState } from 'react';
import { followCase } from '#contract/cases/resident/endpoints.ts';
import type { SimilarCase } from '#contract/cases/suggest.ts';
import { dayName } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { suggestWords as words } from '../resident/words.ts';

interface SimilarOfferProps {
  similar: readonly SimilarCase[];
  /** What was said and taken so far goes along. */
  said: { text: string; fileIds: string[] };
  /** On the case that is now followed, or is the own one already. */
  onSee: (caseId: string, isFollowed: boolean) => void;
}

/** A neighbour reported it before: one case, and everybody is told. */
export function SimilarOffer({ similar, said, onSee }: SimilarOfferProps) {
  const [refused, setRefused] = useState<readonly string[]>([]);
  const follow = useCommand(followCase, { onDone: ({ caseId }) => onSee(caseId, true) });
  const one = similar.find(({ caseId }) => !refused.includes(caseId));
  if (!one) return null;
  const { caseId } = one;
  const when = dayName(one.reportedAt);
  return (
    <section className="jia-similar" aria-live="polite">
      <p className="jia-similar-lead">
        <Icon name="people" />
        <span>{one.mine ? words.mine(when) : words.similar(when)}</span>
      </p>
      <p className="jia-text2">{[one.title, one.placeText].filter(Boolean).join(' · ')}</p>
      {follow.error && <Banner kind="error">{sentenceOf(follow.error)}</Banner>}
      <div className="jia-similar-verbs">
        {one.mine ? (
          <Button wide onPress={() => onSee(caseId, false)}>
            {words.see}
          </Button>
        ) : (
          <Button
            wide
            busy={follow.isPending && words.following}
            onPress={() => follow.mutate({ params: { caseId }, body: said })}
          >
            {words.follow}
          </Button>
        )}
        <Button onPress={() => setRefused([...refused, caseId])}>{words.notThis}</Button>
      </div>
    </section>
  );
}
