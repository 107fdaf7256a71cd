import { listHonours } from '#contract/attendance/own.ts';
import { useRead } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { honourWords as words } from './words.ts';

const levels = [5, 4, 3, 2, 1] as const;

/** Volunteers with a star who want to be named; without signing in, without a rank. */
export function HonoursPage() {
  const { data, error, refetch } = useRead(listHonours);
  return (
    <main className="jia-public">
      <h1>{data ? words.page(data.street) : words.title}</h1>
      <p className="jia-hint">{words.pageNote}</p>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data?.items.length === 0 && <EmptyState icon="people">{words.none}</EmptyState>}
      {data &&
        levels.map((level) => {
          const named = data.items.filter((one) => one.level === level);
          return (
            named.length > 0 && (
              <Section key={level} title={words.level(level)} aside={words.count(named.length)}>
                <RowSheet>
                  {named.map(({ nickname }) => (
                    <ListRow key={nickname} title={nickname} />
                  ))}
                </RowSheet>
              </Section>
            )
          );
        })}
    </main>
  );
}
