import './people.css';
import { type ReactNode, useState } from 'react';
import {
  type AgeBand,
  ageBands,
  type CareTag,
  careTags,
  type HouseUse,
  houseUses,
} from '#contract/people/codes.ts';
import { listPersons } from '#contract/people/endpoints.ts';
import type { PersonRow } from '#contract/people/records.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { PersonDrawer } from './PersonDrawer.tsx';
import { PersonForm } from './PersonForm.tsx';
import { choicesOf, type Exchange, type Filters, namedOf, personText } from './parts.tsx';
import { labels, personsWords as words } from './words.ts';

/** The register of residents; the shell brings import and export, which belong to another feature. */
export function PersonsListPage({ exchange }: { exchange?: (shown: Exchange) => ReactNode }) {
  const [filters, setFilters] = useFilters();
  const [isRegistering, setRegistering] = useState(false);
  const mayEdit = useMayAnywhere()('person.edit');
  const query = queryOf(filters);
  const rows = usePages(listPersons, { query });
  const shownId = filters.person;
  const { person: _, ...asked } = filters;
  const open = (personId: string | undefined) => setFilters({ person: personId });
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
        name="residents"
        rows={rows}
        rowKey={({ personId }) => personId}
        columns={columnsWith(open)}
        selectedKey={shownId}
        empty={<EmptyState>{Object.keys(asked).length > 0 ? words.none : words.empty}</EmptyState>}
        actions={exchange?.({ filter: query, filterText: textOf(filters) })}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
      {shownId && <PersonDrawer personId={shownId} onClose={() => open(undefined)} />}
      {isRegistering && (
        <PersonForm onClose={() => setRegistering(false)} onSaved={({ personId }) => open(personId)} />
      )}
    </DeskPage>
  );
}

/** One box takes a name, a whole number, or its last four digits. */
function queryOf({ search, address, age, careTag, houseUse }: Filters) {
  const isNumber = search !== undefined && /^(\d{4}|\d{7,12})$/.test(search);
  return {
    ...(search ? (isNumber ? { phone: search } : { name: search }) : {}),
    ...(address && address.length >= 2 ? { address } : {}),
    ...(age ? { age: age as AgeBand } : {}),
    ...(careTag ? { careTag: careTag as CareTag } : {}),
    ...(houseUse ? { houseUse: houseUse as HouseUse } : {}),
  };
}

const textOf = ({ search, address, age, careTag, houseUse }: Filters): string =>
  [
    namedOf(labels.age, age),
    namedOf(labels.careTag, careTag),
    namedOf(labels.houseUse, houseUse),
    search && words.search,
    address,
  ]
    .filter(Boolean)
    .join(' · ');

const filterParts = [
  {
    kind: 'choice',
    key: 'age',
    label: words.ageLabel,
    all: words.allAges,
    choices: choicesOf(ageBands, labels.age),
  },
  {
    kind: 'choice',
    key: 'careTag',
    label: words.tagLabel,
    all: words.allTags,
    choices: choicesOf(careTags, labels.careTag),
  },
  {
    kind: 'choice',
    key: 'houseUse',
    label: words.useLabel,
    all: words.allUses,
    choices: choicesOf(houseUses, labels.houseUse),
  },
  { kind: 'search', key: 'search', label: words.search },
  { kind: 'search', key: 'address', label: words.searchAddress },
] as const;

const columnsWith = (open: (personId: string) => void): readonly RegisterColumn<PersonRow>[] => [
  {
    key: 'name',
    title: words.columns.name,
    render: ({ personId, name, minor }) => (
      <span className="jia-tags">
        <Button kind="quiet" small onPress={() => open(personId)}>
          {name}
        </Button>
        {minor && <Tag>{words.minor}</Tag>}
      </span>
    ),
  },
  { key: 'phone', title: words.columns.phone, render: ({ phone }) => phone },
  {
    key: 'age',
    title: words.columns.age,
    align: 'end',
    render: ({ age }) => (age === null ? '' : words.years(age)),
  },
  { key: 'sex', title: words.columns.sex, render: ({ sex }) => sex && labels.sex[sex] },
  {
    key: 'relation',
    title: words.columns.relation,
    render: ({ relation }) => relation && labels.relation[relation],
  },
  { key: 'careTags', title: words.columns.careTags, render: ({ careTags: tags }) => personText.tags(tags) },
  { key: 'address', title: words.columns.address, render: ({ address }) => address },
];
