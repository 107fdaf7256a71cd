import './points.css';
import type { OutputOf } from '#contract/define.ts';
import { readRules } from '#contract/points/endpoints.ts';
import { sourceUnits } from '#contract/points/sources.ts';
import { dayStamp } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { labels, rulesWords as words } from './words.ts';

type PublicRule = OutputOf<typeof readRules>['items'][number];

/** What earns how many points, for everybody to read (积分规则公示). */
export function RulesPage() {
  const { data, error, refetch } = useRead(readRules);
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} />}
      {data?.items.length === 0 && <EmptyState icon="seed">{words.none}</EmptyState>}
      {data && data.items.length > 0 && (
        <RowSheet>
          {data.items.map((rule) => (
            <ListRow
              key={`${rule.source}${rule.title}${rule.activityProgramme}`}
              title={words.earns(labels.source[rule.source], rule.activityProgramme)}
              note={noteOf(rule)}
              trailing={
                <span className="jia-points-amount">
                  {words.rate(rule.points, rule.per, words.units[sourceUnits[rule.source]])}
                </span>
              }
            />
          ))}
        </RowSheet>
      )}
      {sentencesOf(data?.items ?? []).map((sentence) => (
        <p key={sentence} className="jia-hint">
          {sentence}
        </p>
      ))}
    </>
  );
}

/** What holds whatever the tariffs say; what was entered afterwards earns only where the street decided so. */
const sentencesOf = (rules: readonly PublicRule[]): readonly string[] =>
  rules.some(({ source }) => source === 'hours_backfill') ? words.fixed : [words.noBackfill, ...words.fixed];

export function limitsOf({
  dayCap,
  yearCap,
  noticeDays,
  lifeYears,
  lifeDays,
}: Pick<PublicRule, 'dayCap' | 'yearCap' | 'noticeDays' | 'lifeYears' | 'lifeDays'>): string[] {
  return [
    ...(dayCap === null ? [] : [words.dayCap(dayCap)]),
    ...(yearCap === null ? [] : [words.yearCap(yearCap)]),
    ...(noticeDays > 0 ? [words.notice(noticeDays)] : []),
    ...(lifeYears === null ? [] : [words.lifeYears(lifeYears)]),
    ...(lifeDays === null ? [] : [words.lifeDays(lifeDays)]),
  ];
}

const noteOf = (rule: PublicRule): string =>
  [...limitsOf(rule), words.version(rule.version, dayStamp(rule.since))].join(' · ');
