import '../cases.css';
import './publish.css';
import { getPublished } from '#contract/cases/publish/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useRead } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Loading } from '#web/ui/Loading/Loading.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { labels } from '../words.ts';
import { PublicPhotos } from './PublicPhotos.tsx';
import { publicWords as words } from './words.ts';

/** One solved case, in words that name nobody. */
export function PublicCasePage({ publicationId }: { publicationId: string }) {
  const { data, error } = useRead(getPublished, { params: { publicationId } });
  const all = <a href="/p">{words.all}</a>;
  if (error)
    return (
      <main className="jia-public">
        <h1>{words.title}</h1>
        <EmptyState action={all}>{sentenceOf(error)}</EmptyState>
      </main>
    );
  if (!data) return <Loading rows={5} />;
  const isQuestion = data.asks === 'question';
  return (
    <main className="jia-public">
      <div className="jia-public-head">
        <h1>{data.title}</h1>
        {!isQuestion && <StatusChip status="done">{labels.plain.done}</StatusChip>}
      </div>
      <p className="jia-caption">
        {[
          data.matter,
          data.community?.name,
          isQuestion ? words.answeredOn(data.closedOn) : words.span(data.reportedOn, data.closedOn),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Section title={isQuestion ? words.askedQuestion : words.asked}>
        <Sheet>
          <p className="jia-original">{data.asked}</p>
        </Sheet>
      </Section>
      <Section title={isQuestion ? words.answered : words.done}>
        <Sheet>
          <p className="jia-quoted">{data.done}</p>
          <PublicPhotos publicationId={data.publicationId} photos={data.photos} />
        </Sheet>
      </Section>
      <p className="jia-public-way">{all}</p>
    </main>
  );
}
