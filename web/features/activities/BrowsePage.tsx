import './activities.css';
import { categories } from '#contract/activities/codes.ts';
import { browseActivities } from '#contract/activities/mine.ts';
import type { ActivityRow } from '#contract/activities/records.ts';
import { clock, dayName, dayStamp } from '#web/lib/formats.ts';
import { usePages } from '#web/lib/query.ts';
import { useFilters, useNavigate } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Field } from '#web/ui/Field/Field.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { activityPaths as paths } from './paths.ts';
import { ages, browseWords as words } from './words.ts';

/** What one can sign up for, by day. */
export function BrowsePage() {
  const [filters, setFilters] = useFilters();
  const navigate = useNavigate();
  const rows = usePages(browseActivities, { query: queryOf(filters, new Date()) });
  const days = Map.groupBy(rows.rows, ({ nextSession }) =>
    nextSession ? dayName(nextSession.startsAt) : '',
  );
  return (
    <>
      <PageHeader
        title={words.title}
        action={
          <Button small onPress={() => void navigate({ to: paths.mine as never })}>
            {words.mine}
          </Button>
        }
      />
      <Filters values={filters} onChange={setFilters} />
      {rows.error && <Failed error={rows.error} onRetry={() => rows.retry()} />}
      {rows.isLoading && <Loading rows={4} />}
      {!rows.isLoading && !rows.error && rows.rows.length === 0 && (
        <EmptyState icon="calendar">{words.none}</EmptyState>
      )}
      {[...days].map(([day, items]) => (
        <Section key={day} title={day}>
          <RowSheet>
            {items.map((item) => (
              <ActivityLine
                key={item.nextSession?.sessionId}
                item={item}
                onPress={() =>
                  void navigate({ to: paths.one as never, params: { activityId: item.activityId } as never })
                }
              />
            ))}
          </RowSheet>
        </Section>
      ))}
      {rows.hasMore && (
        <Button wide onPress={() => rows.more()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function ActivityLine({ item, onPress }: { item: ActivityRow; onPress: () => void }) {
  const { nextSession: session } = item;
  if (!session) return null;
  const left = session.places - session.taken;
  const state =
    session.draw && !session.draw.drawnAt
      ? words.entered(session.pending, session.places)
      : left > 0
        ? words.left(left, session.places)
        : words.full(session.waiting);
  return (
    <ListRow
      title={item.title}
      note={`${clock(session.startsAt)}–${clock(session.endsAt)} · ${session.place} · ${ages(item.ageMin, item.ageMax)}`}
      trailing={<span className="jia-caption jia-keep">{state}</span>}
      onPress={onPress}
    />
  );
}

type Values = Readonly<Record<string, string | undefined>>;

const dayMs = 86_400_000;
const shanghaiMs = 8 * 3_600_000;

function queryOf({ age, time, category, where, programmeId }: Values, now: Date) {
  const weekday = new Date(now.getTime() + shanghaiMs).getUTCDay();
  const inDays = (days: number) => dayStamp(new Date(now.getTime() + days * dayMs));
  const toSunday = (7 - weekday) % 7;
  return {
    ...(age ? { age: Number(age) } : {}),
    ...(category ? { category: categories.find((one) => one === category) } : {}),
    ...(programmeId ? { programmeId } : {}),
    ...(where === 'own' ? { own: true as const } : {}),
    ...(time === 'week' ? { to: inDays(7) } : {}),
    ...(time === 'weekend' ? { from: inDays(Math.max(0, toSunday - 1)), to: inDays(toSunday) } : {}),
  };
}

const ageChoices = ['4', '6', '8', '10', '12', '16', '30', '65'];

function Filters({ values, onChange }: { values: Values; onChange: (values: Values) => void }) {
  const parts = [
    {
      key: 'time',
      label: words.time,
      all: words.times.all,
      choices: [
        ['weekend', words.times.weekend],
        ['week', words.times.week],
      ],
    },
    { key: 'where', label: words.where, all: words.everywhere, choices: [['own', words.own]] },
    {
      key: 'age',
      label: words.age,
      all: words.anyAge,
      choices: ageChoices.map((age) => [age, words.years(age)]),
    },
    {
      key: 'category',
      label: words.category,
      all: words.anyCategory,
      choices: categories.map((one) => [one, words.categories[one]]),
    },
  ] as const;
  return (
    <section className="jia-activity-filters" aria-label={words.filters}>
      {parts.map(({ key, label, all, choices }) => (
        <Field key={key} label={label}>
          {(ids) => (
            <select
              {...ids}
              className="jia-input"
              value={values[key] ?? ''}
              onChange={(event) => onChange({ ...values, [key]: event.target.value || undefined })}
            >
              <option value="">{all}</option>
              {choices.map(([value, word]) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </section>
  );
}
