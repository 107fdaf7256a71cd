import '../activities.css';
import { useState } from 'react';
import { activityStates, categories } from '#contract/activities/codes.ts';
import { checkWeek, listActivities } from '#contract/activities/endpoints.ts';
import type { ActivityRow, WeekRow } from '#contract/activities/records.ts';
import { figure, stamp } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { usePages, useRead } from '#web/lib/query.ts';
import { Link, useFilters, useNavigate } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { NewActivity } from './NewActivity.tsx';
import { activityDeskWords as words } from './words.ts';

/** Activities of one's places; what the week still lacks stands above them. */
export function ActivitiesListPage() {
  const [filters, setFilters] = useFilters();
  const [isNew, setNew] = useState(false);
  const navigate = useNavigate();
  const mayEdit = useMayAnywhere()('activity.edit');
  const rows = usePages(listActivities, { query: queryOf(filters) });
  const week = useRead(checkWeek);
  const gaps = week.data?.items.filter(({ sessions }) => sessions === 0) ?? [];
  const isFiltered = Object.keys(filters).length > 0;
  const held = week.data?.items.reduce((sum, { sessions }) => sum + sessions, 0) ?? 0;
  return (
    <DeskPage
      title={words.title}
      figures={<Figure value={figure(held)} word={words.week} />}
      actions={
        mayEdit && (
          <Button kind="primary" icon="plus" onPress={() => setNew(true)}>
            {words.publish}
          </Button>
        )
      }
    >
      {gaps.length > 0 && <Banner kind="notice">{words.gap(namesOf(gaps))}</Banner>}
      <RegisterTable
        name="activities"
        rows={rows}
        rowKey={({ activityId }) => activityId}
        columns={columns}
        empty={<EmptyState icon="calendar">{isFiltered ? words.none : words.empty}</EmptyState>}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
      {isNew && (
        <NewActivity
          onClose={() => setNew(false)}
          onMade={({ activityId }) =>
            void navigate({ to: '/activities/$activityId', params: { activityId } as never })
          }
        />
      )}
    </DeskPage>
  );
}

const namedMax = 6;

function namesOf(gaps: readonly WeekRow[]): string {
  const names = gaps
    .slice(0, namedMax)
    .map(({ areaName }) => areaName)
    .join('、');
  return gaps.length > namedMax ? words.gapMore(names, gaps.length) : names;
}

type Filters = Readonly<Record<string, string | undefined>>;

function queryOf({ search, state, category }: Filters) {
  const chosen = activityStates.find((one) => one === state);
  const of = categories.find((one) => one === category);
  return {
    ...(search ? { search } : {}),
    ...(chosen ? { state: chosen } : {}),
    ...(of ? { category: of } : {}),
  };
}

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, word]) => ({ value, word }));

const filterParts = [
  { kind: 'choice', key: 'state', label: words.state, all: words.allStates, choices: choices(words.states) },
  {
    kind: 'choice',
    key: 'category',
    label: words.category,
    all: words.allCategories,
    choices: choices(words.categories),
  },
  { kind: 'search', key: 'search', label: words.search },
] as const;

const columns: readonly RegisterColumn<ActivityRow>[] = [
  {
    key: 'title',
    title: words.columns.title,
    render: ({ activityId, title }) => (
      <Link to="/activities/$activityId" params={{ activityId } as never}>
        {title}
      </Link>
    ),
  },
  {
    key: 'time',
    title: words.columns.time,
    render: ({ nextSession }) => nextSession && stamp(nextSession.startsAt),
  },
  {
    key: 'places',
    title: words.columns.places,
    align: 'end',
    render: ({ nextSession: one }) => one && words.taken(one.taken + one.pending, one.places, one.waiting),
  },
  { key: 'programme', title: words.columns.programme, render: ({ programmeName }) => programmeName },
  { key: 'area', title: words.columns.area, render: ({ areaName }) => areaName },
  { key: 'state', title: words.columns.state, render: ({ state }) => words.states[state] },
];
