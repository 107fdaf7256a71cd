import { listMyCases } from '#contract/cases/endpoints.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { labels } from '../words.ts';
import { fieldWords, findWords as words } from './words.ts';

interface FoundPageProps {
  how: 'sent' | 'kept';
  onAnother: () => void;
  onDone: () => void;
}

/** After a report: that it is there, and what became of the earlier ones. */
export function FoundPage({ how, onAnother, onDone }: FoundPageProps) {
  return (
    <>
      <PageHeader title={words.found} onBack={onDone} />
      {how === 'kept' && <Banner kind="queue">{fieldWords.kept}</Banner>}
      <Button kind="primary" wide onPress={onAnother}>
        {words.another}
      </Button>
      <MyFinds />
    </>
  );
}

/** Own reports in plain words: a volunteer sees what became of them, and nothing else. */
export function MyFinds() {
  const { data } = useKeptRead(listMyCases, { query: { limit: 20 } });
  if (!data) return null;
  return (
    <Section title={words.mine}>
      {data.items.length === 0 && <EmptyState icon="camera">{words.mineEmpty}</EmptyState>}
      <RowSheet>
        {data.items.map((one) => (
          <ListRow
            key={one.caseId}
            title={one.title}
            note={[one.placeText, labels.plain[one.status]].filter(Boolean).join(' · ')}
          />
        ))}
      </RowSheet>
    </Section>
  );
}
