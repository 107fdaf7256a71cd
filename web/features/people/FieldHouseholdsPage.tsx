import './people.css';
import { SearchBar } from 'antd-mobile';
import { useState } from 'react';
import { listHouseholds } from '#contract/people/endpoints.ts';
import type { HouseholdRow } from '#contract/people/records.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { Link, useFilters, useNavigate } from '#web/lib/router.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { personText } from './parts.tsx';
import { householdsWords, labels, fieldWords as words } from './words.ts';

const chips = [
  { key: 'all', word: words.all, query: {} },
  { key: 'over80', word: words.over80, query: { over80: 'true' } },
  { key: 'minors', word: words.withMinors, query: { withMinors: 'true' } },
  { key: 'rented', word: words.rented, query: { houseUse: 'rented' as const } },
  { key: 'trusted', word: words.trusted, query: { tag: 'trusted_neighbour' as const } },
  { key: 'hub', word: words.hub, query: { tag: 'party_member_hub' as const } },
] as const;

/** The homes of the own grid or entrance, door by door; readable without a network. */
export function FieldHouseholdsPage() {
  const [filters, setFilters] = useFilters();
  const [typed, setTyped] = useState('');
  const chip = chips.find(({ key }) => key === filters.show) ?? chips[0];
  const address = typed.trim();
  const { data, error, retry } = useKeptRead(listHouseholds, {
    query: {
      limit: 200,
      ...chip.query,
      ...(filters.areaId ? { areaId: filters.areaId } : {}),
      ...(address.length >= 2 ? { address } : {}),
    },
  });
  const isFiltered = chip.key !== 'all' || address.length >= 2;
  return (
    <>
      <PageHeader
        title={words.title}
        {...(data ? { note: data.total === null ? words.many : words.count(data.total) } : {})}
        {...(filters.areaId ? { onBack: true as const } : {})}
        action={<Link to="/contacts">{words.contacts}</Link>}
      />
      <SearchBar placeholder={words.search} value={typed} onChange={setTyped} />
      <div className="jia-filter-chips">
        {chips.map(({ key, word }) => (
          <button
            key={key}
            type="button"
            aria-pressed={key === chip.key}
            onClick={() => setFilters({ show: key === 'all' ? undefined : key })}
          >
            {word}
          </button>
        ))}
      </div>
      {error && !data && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={6} />}
      {data?.items.length === 0 && (
        <EmptyState icon="people">{isFiltered ? words.none : words.empty}</EmptyState>
      )}
      {data && <Doors homes={data.items} />}
      {data?.nextCursor && <p className="jia-caption">{words.limited}</p>}
    </>
  );
}

/** Homes under the name of their entrance. */
function Doors({ homes }: { homes: readonly HouseholdRow[] }) {
  const navigate = useNavigate();
  const doors = Map.groupBy(homes, (home) => entranceOf(home));
  return [...doors].map(([entrance, behind]) => (
    <Section key={entrance} title={entrance} aside={words.count(behind.length)}>
      <RowSheet>
        {behind.map((home) => (
          <ListRow
            key={home.householdId}
            title={[home.room, home.headName].filter(Boolean).join(' · ')}
            note={noteOf(home)}
            trailing={home.tags?.map((tag) => <Tag key={tag}>{labels.householdTag[tag]}</Tag>)}
            onPress={() =>
              void navigate({
                to: '/households/$householdId',
                params: { householdId: home.householdId } as never,
              })
            }
          />
        ))}
      </RowSheet>
    </Section>
  ));
}

const entranceOf = ({ address, room }: HouseholdRow): string =>
  address.endsWith(room) ? address.slice(0, -room.length) : address;

function noteOf(home: HouseholdRow): string {
  const facts = [
    labels.houseUse[home.houseUse],
    home.memberCount > 0 ? householdsWords.people(home.memberCount) : householdsWords.noPeople,
    home.minors > 0 && `${householdsWords.columns.minors}${home.minors}`,
    personText.tags(home.careTags),
  ];
  return facts.filter(Boolean).join(' · ');
}
