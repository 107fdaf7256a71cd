import { SearchBar } from 'antd-mobile';
import { useState } from 'react';
import { listMyEntrances } from '#contract/coverage/endpoints.ts';
import type { MyEntrance } from '#contract/coverage/records.ts';
import { moment } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { uiWords } from '#web/ui/words.ts';
import { myEntrancesWords as words } from './words.ts';

interface MyEntrancesPageProps {
  /** Opens the households of an entrance, where the shell has such a page. */
  onOpen?: (areaId: string) => void;
}

/** The entrances of the viewer, building by building; readable without a network. */
export function MyEntrancesPage({ onOpen }: MyEntrancesPageProps) {
  const [typed, setTyped] = useState('');
  const { data, asOf, error, retry } = useKeptRead(listMyEntrances, {
    query: { limit: 200, ...(typed.trim() ? { search: typed.trim() } : {}) },
  });
  return (
    <>
      <PageHeader
        title={data?.places.map((place) => place.name).join('、') || words.mine}
        {...(data?.total ? { note: words.count(data.total) } : {})}
      />
      {asOf && <Banner kind="offline">{uiWords.offlineAsOf(moment(asOf))}</Banner>}
      {(typed || (data?.total ?? 0) > 8) && (
        <SearchBar placeholder={words.search} value={typed} onChange={setTyped} />
      )}
      {error && !data && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={5} />}
      {data?.items.length === 0 && <EmptyState icon="building">{words.empty}</EmptyState>}
      {byPlace(data?.items ?? []).map(([place, entrances]) => (
        <Section key={place} title={place}>
          <RowSheet>
            {entrances.map((entrance) => (
              <ListRow
                key={entrance.areaId}
                title={entrance.name}
                note={noteOf(entrance)}
                trailing={
                  entrance.wardens.length === 0 && <StatusChip status="waiting">{words.noWarden}</StatusChip>
                }
                {...(onOpen ? { onPress: () => onOpen(entrance.areaId) } : {})}
              />
            ))}
          </RowSheet>
        </Section>
      ))}
    </>
  );
}

function noteOf(entrance: MyEntrance): string {
  const { households, householdsDeclared, vacant, wardens } = entrance;
  return [
    wardens.length > 0 && words.warden(wardens.join('、')),
    householdsDeclared !== null && householdsDeclared !== households
      ? words.declared(households, householdsDeclared)
      : words.households(households),
    vacant > 0 && words.vacant(vacant),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Entrances under the name of their building, without the names every one of them shares. */
function byPlace(entrances: readonly MyEntrance[]): [string, MyEntrance[]][] {
  const groups = new Map<string, MyEntrance[]>();
  for (const entrance of entrances) {
    const place = entrance.place.split(' · ').slice(-2).join(' ');
    groups.set(place, [...(groups.get(place) ?? []), entrance]);
  }
  return [...groups];
}
