import './help.css';
import { listAsks, listMyAsks, readOffer } from '#contract/mutualhelp/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { usePages, useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { helpPaths as paths } from './pages.ts';
import { HelpRow } from './parts.tsx';
import { helpWords as words } from './words.ts';

const liveFirst = 3;

/** Mutual help on the page of the community: ask, offer, what I have running, what neighbours need. */
export function HelpPanel() {
  const navigate = useNavigate();
  const open = (askId: string) => void navigate({ to: paths.one as never, params: { askId } as never });
  const mine = useRead(listMyAsks, { query: { limit: 20 } });
  const board = usePages(listAsks, { query: { limit: 20 } });
  const { data: offer } = useRead(readOffer);
  const running = mine.data?.items.slice(0, liveFirst) ?? [];
  if (mine.error) return <Banner kind="notice">{sentenceOf(mine.error)}</Banner>;
  return (
    <>
      <Section title={words.title} aside={<span className="jia-caption">{words.why}</span>}>
        <div className="jia-help-verbs">
          <Button kind="primary" wide onPress={() => void navigate({ to: paths.ask as never })}>
            {words.ask}
          </Button>
          <Button wide onPress={() => void navigate({ to: paths.offer as never })}>
            {words.offer}
          </Button>
        </div>
        {offer && <p className="jia-caption">{words.offerNote(offer.kinds.length)}</p>}
      </Section>
      {running.length > 0 && (
        <Section title={words.mine}>
          <RowSheet>
            {running.map((ask) => (
              <HelpRow key={ask.askId} ask={ask} onOpen={() => open(ask.askId)} />
            ))}
          </RowSheet>
        </Section>
      )}
      <Section title={words.board}>
        {board.error && <Failed error={board.error} onRetry={board.retry} />}
        {board.isLoading && <Loading rows={3} />}
        {!board.isLoading && board.rows.length === 0 && (
          <EmptyState icon="hands">{words.boardEmpty}</EmptyState>
        )}
        {board.rows.length > 0 && (
          <RowSheet>
            {board.rows.map((ask) => (
              <HelpRow key={ask.askId} ask={ask} onOpen={() => open(ask.askId)} />
            ))}
          </RowSheet>
        )}
        {board.hasMore && <Button onPress={board.more}>{words.more}</Button>}
      </Section>
    </>
  );
}
