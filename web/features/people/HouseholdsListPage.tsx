import './people.css';
import { type ReactNode, useState } from 'react';
import {
  type CareTag,
  careTags,
  type HouseholdTag,
  type HouseUse,
  householdTags,
  houseUses,
} from '#contract/people/codes.ts';
import { listHouseholds } from '#contract/people/endpoints.ts';
import type { HouseholdRow } from '#contract/people/records.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { usePages } from '#web/lib/query.ts';
import { Link, useFilters, useNavigate } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { NewHouseholdForm } from './NewHouseholdForm.tsx';
import { choicesOf, type Exchange, type Filters, namedOf, personText } from './parts.tsx';
import { labels, householdsWords as words } from './words.ts';

/** The register of homes, in the order of the doors; the shell brings import and export. */
export function HouseholdsListPage({ exchange }: { exchange?: (shown: Exchange) => ReactNode }) {
  const [filters, setFilters] = useFilters();
  const [isRegistering, setRegistering] = useState(false);
  const navigate = useNavigate();
  const mayEdit = useMayAnywhere()('person.edit');
  const query = queryOf(filters);
  const rows = usePages(listHouseholds, { query });
  return (
    <DeskPage
      title={words.title}
      actions={
        mayEdit && (
          <Button kind="primary" icon="plus" onPress={() => setRegistering(true)}>
            {words.register}
          </Button>
        )
      }
    >
      <RegisterTable
        name="households"
        rows={rows}
        rowKey={({ householdId }) => householdId}
        columns={columns}
        empty={<EmptyState>{Object.keys(filters).length > 0 ? words.none : words.empty}</EmptyState>}
        actions={exchange?.({ filter: query, filterText: textOf(filters) })}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
      {isRegistering && (
        <NewHouseholdForm
          onClose={() => setRegistering(false)}
          onSaved={({ householdId }) =>
            void navigate({ to: '/households/$householdId', params: { householdId } as never })
          }
        />
      )}
    </DeskPage>
  );
}

function queryOf({ address, houseUse, tag, careTag, minors }: Filters) {
  return {
    ...(address && address.length >= 2 ? { address } : {}),
    ...(houseUse ? { houseUse: houseUse as HouseUse } : {}),
    ...(tag ? { tag: tag as HouseholdTag } : {}),
    ...(careTag ? { careTag: careTag as CareTag } : {}),
    ...(minors === 'yes' ? { withMinors: 'true' } : {}),
  };
}

const textOf = ({ address, houseUse, tag, careTag, minors }: Filters): string =>
  [
    namedOf(labels.houseUse, houseUse),
    namedOf(labels.careTag, careTag),
    namedOf(labels.householdTag, tag),
    minors === 'yes' && words.withMinors,
    address,
  ]
    .filter(Boolean)
    .join(' · ');

const filterParts = [
  {
    kind: 'choice',
    key: 'houseUse',
    label: words.useLabel,
    all: words.allUses,
    choices: choicesOf(houseUses, labels.houseUse),
  },
  {
    kind: 'choice',
    key: 'careTag',
    label: words.careLabel,
    all: words.allCare,
    choices: choicesOf(careTags, labels.careTag),
  },
  {
    kind: 'choice',
    key: 'minors',
    label: words.minorsLabel,
    all: words.minorsAll,
    choices: [{ value: 'yes', word: words.withMinors }],
  },
  {
    kind: 'choice',
    key: 'tag',
    label: words.tagLabel,
    all: words.allTags,
    choices: choicesOf(householdTags, labels.householdTag),
  },
  { kind: 'search', key: 'address', label: words.searchAddress },
] as const;

const columns: readonly RegisterColumn<HouseholdRow>[] = [
  {
    key: 'address',
    title: words.columns.address,
    render: ({ householdId, address }) => (
      <Link to="/households/$householdId" params={{ householdId } as never}>
        {address}
      </Link>
    ),
  },
  { key: 'use', title: words.columns.use, render: ({ houseUse }) => labels.houseUse[houseUse] },
  {
    key: 'head',
    title: words.columns.head,
    render: ({ headName, headPhone }) => [headName, headPhone].filter(Boolean).join(' · '),
  },
  {
    key: 'members',
    title: words.columns.members,
    align: 'end',
    render: ({ memberCount }) => words.people(memberCount),
  },
  {
    key: 'minors',
    title: words.columns.minors,
    align: 'end',
    render: ({ minors }) => (minors > 0 ? words.people(minors) : ''),
  },
  { key: 'care', title: words.columns.care, render: ({ careTags: tags }) => personText.tags(tags) },
  {
    key: 'tags',
    title: words.columns.tags,
    render: ({ tags }) => (
      <span className="jia-tags">
        {(tags ?? []).map((tag) => (
          <Tag key={tag}>{labels.householdTag[tag]}</Tag>
        ))}
      </span>
    ),
  },
];
