import '../cases.css';
import { answerRating, openRating } from '#contract/cases/rating/endpoints.ts';
import type { RatingPage as Opened } from '#contract/cases/rating/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { RatePanel } from './RatePanel.tsx';
import { rateWords, ratingPageWords as words } from './words.ts';

/** What the link in the message opens: no account, one answer. */
export function RatingPage({ trackHref }: { trackHref: string }) {
  const token = useParam('token');
  const { data, error } = useRead(openRating, { params: { token } });
  const track = <a href={trackHref}>{words.track}</a>;
  return (
    <>
      <PageHeader title={words.title} />
      {!data && !error && <Loading rows={4} />}
      {error && <EmptyState action={track}>{sentenceOf(error)}</EmptyState>}
      {data && data.state !== 'open' && <EmptyState action={track}>{words.states[data.state]}</EmptyState>}
      {data?.state === 'open' && <Asked token={token} asked={data} />}
    </>
  );
}

function Asked({ token, asked }: { token: string; asked: Opened }) {
  const answer = useCommand(answerRating, { touches: [] });
  if (answer.data)
    return (
      <Sheet>
        <h2 role="status">{answer.data.again ? rateWords.doneAgain : rateWords.done}</h2>
      </Sheet>
    );
  return (
    <>
      <div className="jia-progress-head">
        <h2>{asked.title}</h2>
        <p className="jia-caption">
          {[words.number(asked.number), asked.unit && words.unit(asked.unit)].filter(Boolean).join(' · ')}
        </p>
      </div>
      {asked.answer && (
        <Section title={words.answer}>
          <Sheet>
            <p className="jia-quoted">{asked.answer}</p>
          </Sheet>
        </Section>
      )}
      <RatePanel
        isBusy={answer.isPending}
        problem={answer.error}
        onSay={(body) => answer.mutate({ params: { token }, body })}
      />
      <p className="jia-caption">{words.onlyYou}</p>
      <p className="jia-caption">{words.help}</p>
    </>
  );
}
