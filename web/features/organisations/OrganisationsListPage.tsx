import './organisations.css';
import { type ReactNode, useState } from 'react';
import { listOrganisations, readOrganisationFigures } from '#contract/organisations/endpoints.ts';
import type { OrganisationKind } from '#contract/organisations/kinds.ts';
import type { OrganisationFigures, OrganisationRow } from '#contract/organisations/records.ts';
import { figure, percent } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { usePages, useRead } from '#web/lib/query.ts';
import { Link, useFilters, useNavigate } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { organisationWords as words } from './words.ts';

interface Exchange {
  filter: Readonly<Record<string, unknown>>;
  filterText: string;
}

/** The register; the shell brings import and export, which belong to another feature. */
export function OrganisationsListPage({ exchange }: { exchange?: (shown: Exchange) => ReactNode }) {
  const [filters, setFilters] = useFilters();
  const [isRegistering, setRegistering] = useState(false);
  const navigate = useNavigate();
  const mayEdit = useMayAnywhere()('organisation.edit');
  const query = queryOf(filters);
  const rows = usePages(listOrganisations, { query });
  const figures = useRead(readOrganisationFigures);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <DeskPage
      title={words.title}
      figures={figures.data && <HeadFigures figures={figures.data} />}
      actions={
        mayEdit && (
          <Button kind="primary" icon="plus" onPress={() => setRegistering(true)}>
            {words.register}
          </Button>
        )
      }
    >
      <RegisterTable
        name="organisations"
        rows={rows}
        rowKey={({ organisationId }) => organisationId}
        columns={columns}
        empty={<EmptyState>{isFiltered ? words.none : words.empty}</EmptyState>}
        actions={exchange?.({ filter: query, filterText: textOf(filters) })}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
      {isRegistering && (
        <OrganisationForm
          onClose={() => setRegistering(false)}
          onSaved={({ organisationId }) =>
            void navigate({ to: '/organisations/$organisationId', params: { organisationId } as never })
          }
        />
      )}
    </DeskPage>
  );
}

type Filters = Readonly<Record<string, string | undefined>>;

function queryOf({ search, kind, status, party, council }: Filters) {
  return {
    ...(search ? { search } : {}),
    ...(kind ? { kind: kind as OrganisationKind } : {}),
    ...(status === 'closed' ? { status: 'closed' as const } : {}),
    ...(party === 'gap' ? { partyGap: true as const } : {}),
    ...(council === 'yes' ? { councilMember: true as const } : {}),
  };
}

function textOf({ search, kind, status, party, council }: Filters): string {
  const parts = [
    kind ? words.kinds[kind as OrganisationKind] : '',
    status === 'closed' ? words.statuses.closed : '',
    party === 'gap' ? words.partyGap : '',
    council === 'yes' ? words.councilOnly : '',
    search ?? '',
  ];
  return parts.filter(Boolean).join(' · ');
}

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, word]) => ({ value, word }));

const filterParts = [
  { kind: 'choice', key: 'kind', label: words.kindLabel, all: words.allKinds, choices: choices(words.kinds) },
  {
    kind: 'choice',
    key: 'council',
    label: words.councilLabel,
    all: words.councilAll,
    choices: [{ value: 'yes', word: words.councilOnly }],
  },
  {
    kind: 'choice',
    key: 'party',
    label: words.partyLabel,
    all: words.partyAll,
    choices: [{ value: 'gap', word: words.partyGap }],
  },
  {
    kind: 'choice',
    key: 'status',
    label: words.statusLabel,
    all: words.statuses.active,
    choices: [{ value: 'closed', word: words.statuses.closed }],
  },
  { kind: 'search', key: 'search', label: words.search },
] as const;

const columns: readonly RegisterColumn<OrganisationRow>[] = [
  {
    key: 'name',
    title: words.columns.name,
    render: ({ organisationId, name, councilMember }) => (
      <span className="jia-organisation-name">
        <Link to="/organisations/$organisationId" params={{ organisationId } as never}>
          {name}
        </Link>
        {councilMember && <Tag>{words.council}</Tag>}
      </span>
    ),
  },
  { key: 'kind', title: words.columns.kind, render: ({ kind }) => words.kinds[kind] },
  { key: 'area', title: words.columns.area, render: ({ area }) => area.name },
  {
    key: 'contact',
    title: words.columns.contact,
    render: ({ contact }) => contact && `${contact.name} · ${contact.phone ?? words.unknown}`,
  },
  { key: 'industry', title: words.columns.industry, render: ({ industry }) => industry },
  {
    key: 'party',
    title: words.columns.party,
    align: 'end',
    render: ({ partyMemberCount }) => (partyMemberCount === null ? '' : words.people(partyMemberCount)),
  },
  {
    key: 'creditCode',
    title: words.columns.creditCode,
    isExtra: true,
    render: ({ creditCode }) => creditCode,
  },
  { key: 'address', title: words.columns.address, isExtra: true, render: ({ address }) => address },
];

function HeadFigures({ figures }: { figures: OrganisationFigures }) {
  const { party, premises, council, byKind } = figures;
  const total = byKind.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Figure value={figure(total)} word={words.figures.total} />
      {party.withMembers > 0 && (
        <Figure
          value={percent(party.covered / party.withMembers)}
          word={words.figures.coverage}
          note={words.figures.coverageNote(figure(party.covered), figure(party.withMembers))}
        />
      )}
      {premises.vacant > 0 && <Figure value={figure(premises.vacant)} word={words.figures.vacant} />}
      {council.commitmentsOpen > 0 && (
        <Figure value={figure(council.commitmentsOpen)} word={words.figures.commitments} />
      )}
    </>
  );
}
