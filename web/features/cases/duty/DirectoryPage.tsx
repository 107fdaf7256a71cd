import '../cases.css';
import { type ReactNode, useState } from 'react';
import { listDirectory } from '#contract/cases/duty/endpoints.ts';
import type { DirectoryEntry } from '#contract/cases/duty/records.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { DirectoryForm } from './DirectoryForm.tsx';
import { EndEntry } from './EndEntry.tsx';
import { useMatterOptions } from './matters.ts';
import { directoryWords as words } from './words.ts';

interface Exchange {
  filter: Readonly<Record<string, unknown>>;
  filterText: string;
}

/** 派单目录: which unit leads which matter where, each with its rule. */
export function DirectoryPage({ exchange }: { exchange?: (shown: Exchange) => ReactNode }) {
  const [filters, setFilters] = useFilters();
  const [form, setForm] = useState<DirectoryEntry | 'new' | null>(null);
  const [ending, setEnding] = useState<DirectoryEntry | null>(null);
  const mayEdit = useMayAnywhere()('duty.edit');
  const matters = useMatterOptions();
  const { search, matter, which } = filters;
  const rows = usePages(listDirectory, {
    query: {
      ...(search ? { search } : {}),
      ...(matter ? { matterCode: matter } : {}),
      ...(which === 'ended' ? { ended: 'true' as const } : {}),
    },
  });
  return (
    <DeskPage
      title={words.title}
      actions={
        mayEdit && (
          <Button kind="primary" icon="plus" onPress={() => setForm('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <RegisterTable
        name="dispatch_directory"
        rows={rows}
        rowKey={({ entryId }) => entryId}
        columns={columnsFor(setForm, setEnding)}
        empty={<EmptyState>{Object.values(filters).some(Boolean) ? words.none : words.empty}</EmptyState>}
        actions={exchange?.({
          filter: matter ? { matterCode: matter } : {},
          filterText: matters.find(({ value }) => value === matter)?.word ?? '',
        })}
        filters={
          <FilterSentence
            values={filters}
            onChange={setFilters}
            parts={[
              { kind: 'search', key: 'search', label: words.search },
              { kind: 'choice', key: 'matter', label: words.matter, all: words.allMatters, choices: matters },
              {
                kind: 'choice',
                key: 'which',
                label: words.which,
                all: words.running,
                choices: [{ value: 'ended', word: words.alsoEnded }],
              },
            ]}
          />
        }
      />
      {form && <DirectoryForm entry={form === 'new' ? null : form} onClose={() => setForm(null)} />}
      {ending && <EndEntry entry={ending} onClose={() => setEnding(null)} />}
    </DeskPage>
  );
}

function columnsFor(
  onChange: (entry: DirectoryEntry) => void,
  onEnd: (entry: DirectoryEntry) => void,
): readonly RegisterColumn<DirectoryEntry>[] {
  return [
    { key: 'matter', title: words.columns.matter, render: ({ matter }) => matter.name },
    { key: 'area', title: words.columns.area, render: ({ area }) => area?.name ?? words.anywhere },
    { key: 'lead', title: words.columns.lead, render: ({ lead }) => lead.name },
    {
      key: 'helpers',
      title: words.columns.helpers,
      render: ({ helpers }) => helpers.map(({ name }) => name).join('、'),
    },
    { key: 'rule', title: words.columns.rule, render: ({ rule }) => rule },
    { key: 'duty', title: words.columns.duty, render: ({ dutyItem }) => dutyItem?.code },
    {
      key: 'period',
      title: words.columns.period,
      render: ({ validFrom, validTo }) =>
        validTo ? words.period(validFrom, validTo) : words.from(validFrom),
    },
    {
      key: 'verb',
      title: words.columns.verb,
      render: (entry) => (
        <span className="jia-row-verbs">
          {entry.can.change === true && (
            <Button small kind="quiet" onPress={() => onChange(entry)}>
              {words.change}
            </Button>
          )}
          {entry.can.end === true && (
            <Button small kind="quiet" onPress={() => onEnd(entry)}>
              {words.end}
            </Button>
          )}
        </span>
      ),
    },
  ];
}
