import '../cases.css';
import './rates.css';
import { listRateCases, type RatePart, rateParts, readRates } from '#contract/cases/callback/endpoints.ts';
import { type Kind, kinds } from '#contract/cases/machine.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import { percent } from '#web/lib/formats.ts';
import { usePages, useRead } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Field } from '#web/ui/Field/Field.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { caseColumns } from '../CasesListPage.tsx';
import { daysOf, months } from '../ledgers/period.ts';
import { periodWords } from '../ledgers/words.ts';
import { labels } from '../words.ts';
import { ratesWords as words } from './words.ts';

type Rates = OutputOf<typeof readRates>;
type Span = Pick<InputOf<typeof readRates>, 'from' | 'to' | 'areaId' | 'kind' | 'excluded'>;

/** 三率: response, solution and satisfaction of a month; every number opens its cases. */
export function RatesPage() {
  const [filters, setFilters] = useFilters();
  const span = spanOf(filters);
  const { data, error, refetch } = useRead(readRates, { query: span });
  const part = rateParts.find((one) => one === filters.part) ?? 'due';
  return (
    <DeskPage title={words.title}>
      <div className="jia-rates-filters">
        <FilterSentence values={filters} onChange={setFilters} parts={parts()} />
        <Field label={words.area} optional>
          {({ id }) => (
            <AreaPicker
              id={id}
              value={filters.areaId ?? null}
              onChange={(areaId) => setFilters({ areaId: areaId ?? undefined })}
            />
          )}
        </Field>
      </div>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data && (
        <>
          <div className="jia-rates">
            {groups.map((group) => (
              <Group
                key={group.word}
                group={group}
                rates={data}
                chosen={part}
                onChoose={(next) => setFilters({ part: next })}
              />
            ))}
          </div>
          <p className="jia-caption">{words.howCounted}</p>
          <Behind span={span} part={part} count={data.counts[part]} />
        </>
      )}
    </DeskPage>
  );
}

function spanOf({ month, areaId, kind, excluded }: Readonly<Record<string, string | undefined>>): Span {
  const [now] = months();
  return {
    ...daysOf(month ?? now?.value ?? ''),
    ...(areaId ? { areaId } : {}),
    ...(kind ? { kind: kind as Kind } : {}),
    excluded: excluded === 'counted' ? 'counted' : 'left_out',
  };
}

const parts = () => [
  {
    kind: 'choice' as const,
    key: 'month',
    label: periodWords.label,
    all: words.thisMonth,
    choices: months().slice(1),
  },
  {
    kind: 'choice' as const,
    key: 'kind',
    label: words.kind,
    all: words.allKinds,
    choices: kinds.map((value) => ({ value, word: labels.kind[value] })),
  },
  {
    kind: 'choice' as const,
    key: 'excluded',
    label: words.excluded,
    all: words.leftOut,
    choices: [{ value: 'counted', word: words.counted }],
  },
];

interface GroupOf {
  word: string;
  rate?: { word: string; of: (rates: Rates) => number | null; whole: readonly RatePart[] };
  parts: readonly RatePart[];
}

const groups: readonly GroupOf[] = [
  {
    word: words.groups.response,
    rate: { word: words.response, of: ({ responseRate }) => responseRate, whole: ['due'] },
    parts: ['due', 'responded', 'not_responded'],
  },
  {
    word: words.groups.solved,
    rate: { word: words.solved, of: ({ solvedRate }) => solvedRate, whole: ['answered'] },
    parts: ['answered', 'solved', 'partly', 'unsolved'],
  },
  {
    word: words.groups.satisfied,
    rate: {
      word: words.satisfied,
      of: ({ satisfiedRate }) => satisfiedRate,
      whole: ['satisfied', 'dissatisfied'],
    },
    parts: ['satisfied', 'dissatisfied'],
  },
  { word: words.groups.apart, parts: ['not_asked', 'unreachable', 'special', 'excluded'] },
];

/** Below this many a rate says nothing (look: 样本少). */
const sampleMin = 5;

interface GroupProps {
  group: GroupOf;
  rates: Rates;
  chosen: RatePart;
  onChoose: (part: RatePart) => void;
}

function Group({ group: { word, rate, parts: own }, rates, chosen, onChoose }: GroupProps) {
  const whole = rate?.whole.reduce((sum, part) => sum + rates.counts[part], 0) ?? 0;
  const value = rate?.of(rates) ?? null;
  return (
    <section className="jia-sheet jia-rates-group" aria-label={word}>
      {rate ? (
        <Figure
          size="display"
          value={value === null || whole < sampleMin ? words.none : percent(value)}
          word={rate.word}
        />
      ) : (
        <h2>{word}</h2>
      )}
      <div className="jia-rates-parts">
        {own.map((part) => (
          <button key={part} type="button" aria-pressed={part === chosen} onClick={() => onChoose(part)}>
            <span>{words.parts[part]}</span>
            <strong>{rates.counts[part]}</strong>
          </button>
        ))}
      </div>
    </section>
  );
}

/** The cases behind one number. */
function Behind({ span, part, count }: { span: Span; part: RatePart; count: number }) {
  const rows = usePages(listRateCases, { query: { ...span, part } });
  return (
    <section className="jia-section">
      <div className="jia-section-head">
        <h2>{words.listOf(words.parts[part], count)}</h2>
      </div>
      <RegisterTable
        name="rate-cases"
        rows={rows}
        rowKey={({ caseId }) => caseId}
        columns={caseColumns}
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
    </section>
  );
}
