import '../cases.css';
import { type ReactNode, useState } from 'react';
import { type CommunityDuty, communityDuties } from '#contract/cases/codes.ts';
import { listDutyItems, readDutyFigures, retireDutyItem } from '#contract/cases/duty/endpoints.ts';
import type { DutyItem } from '#contract/cases/duty/records.ts';
import { figure } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages, useRead } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { uiWords } from '#web/ui/words.ts';
import { DutyForm } from './DutyForm.tsx';
import { useMatterOptions } from './matters.ts';
import { dutyLabels, dutyWords as words } from './words.ts';

type Filters = Readonly<Record<string, string | undefined>>;
interface Exchange {
  filter: Readonly<Record<string, unknown>>;
  filterText: string;
}

/** 责任清单: who owns what, on what basis, and how the community stands to it (art. 17). */
export function DutyListPage({ exchange }: { exchange?: (shown: Exchange) => ReactNode }) {
  const [filters, setFilters] = useFilters();
  const [form, setForm] = useState<DutyItem | 'new' | null>(null);
  const [turned, setTurned] = useState<DutyItem | null>(null);
  const mayEdit = useMayAnywhere()('duty.edit');
  const matters = useMatterOptions();
  const query = queryOf(filters);
  const rows = usePages(listDutyItems, { query });
  return (
    <DeskPage
      title={words.title}
      figures={<DutyFigures />}
      actions={
        mayEdit && (
          <Button kind="primary" icon="plus" onPress={() => setForm('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <RegisterTable
        name="duty_items"
        rows={rows}
        rowKey={({ dutyItemId }) => dutyItemId}
        columns={columnsFor(setForm, setTurned)}
        empty={<EmptyState>{Object.values(filters).some(Boolean) ? words.none : words.empty}</EmptyState>}
        actions={exchange?.({
          filter: query,
          filterText: Object.values(filters).filter(Boolean).join(' · '),
        })}
        filters={
          <FilterSentence
            values={filters}
            onChange={setFilters}
            parts={[
              ...parts,
              { kind: 'choice', key: 'matter', label: words.matter, all: words.allMatters, choices: matters },
            ]}
          />
        }
      />
      {form && <DutyForm item={form === 'new' ? null : form} onClose={() => setForm(null)} />}
      {turned && <Retire item={turned} onClose={() => setTurned(null)} />}
    </DeskPage>
  );
}

function DutyFigures() {
  const { data } = useRead(readDutyFigures);
  if (!data) return null;
  const of = (duty: CommunityDuty) =>
    data.byCommunityDuty.find(({ communityDuty }) => communityDuty === duty)?.count ?? 0;
  return (
    <>
      <Figure value={figure(data.items)} word={words.figures.items} />
      <Figure value={figure(of('lead'))} word={words.figures.lead} />
      <Figure value={figure(of('assist'))} word={words.figures.assist} />
      <Figure value={figure(data.ownerless)} word={words.figures.ownerless} />
      <Figure value={figure(data.matterless)} word={words.figures.matterless} />
    </>
  );
}

/** Out of use, or back into it; it stays in the list. */
function Retire({ item, onClose }: { item: DutyItem; onClose: () => void }) {
  const retire = useCommand(retireDutyItem, { onDone: onClose });
  return (
    <ConfirmQuestion
      isOpen
      question={item.retired ? words.reviveQuestion(item.code) : words.retireQuestion(item.code)}
      yes={item.retired ? words.revive : words.retire}
      no={words.notNow}
      busy={retire.isPending && uiWords.form.saving}
      onYes={() =>
        retire.mutate({
          params: { dutyItemId: item.dutyItemId },
          body: { retired: !item.retired, version: item.version },
        })
      }
      onNo={onClose}
    >
      {retire.error && <Banner kind="error">{sentenceOf(retire.error)}</Banner>}
    </ConfirmQuestion>
  );
}

function queryOf({ search, community, which, matter }: Filters) {
  return {
    ...(search ? { search } : {}),
    ...(community ? { communityDuty: community as CommunityDuty } : {}),
    ...(matter ? { matterCode: matter } : {}),
    ...(which === 'retired' ? { retired: 'true' as const } : {}),
    ...(which === 'ownerless' ? { ownerless: 'true' as const } : {}),
  };
}

const parts = [
  { kind: 'search' as const, key: 'search', label: words.search },
  {
    kind: 'choice' as const,
    key: 'community',
    label: words.community,
    all: words.all,
    choices: communityDuties.map((value) => ({ value, word: dutyLabels.communityDuty[value] })),
  },
  {
    kind: 'choice' as const,
    key: 'which',
    label: words.which,
    all: words.inUse,
    choices: [
      { value: 'ownerless', word: words.onlyOwnerless },
      { value: 'retired', word: words.onlyRetired },
    ],
  },
];

function columnsFor(
  onChange: (item: DutyItem) => void,
  onRetire: (item: DutyItem) => void,
): readonly RegisterColumn<DutyItem>[] {
  return [
    {
      key: 'code',
      title: words.columns.code,
      render: ({ code }) => <span className="jia-keep">{code}</span>,
    },
    { key: 'text', title: words.columns.text, render: ({ text }) => text },
    { key: 'category', title: words.columns.category, isExtra: true, render: ({ category }) => category },
    {
      key: 'community',
      title: words.columns.community,
      render: ({ communityDuty, retired }) => (
        <Tag>{retired ? words.retired : dutyLabels.communityDuty[communityDuty]}</Tag>
      ),
    },
    { key: 'owner', title: words.columns.owner, render: ({ owner }) => owner?.name ?? words.noOwner },
    { key: 'leader', title: words.columns.leader, isExtra: true, render: ({ leader }) => leader },
    { key: 'basis', title: words.columns.basis, render: ({ basis }) => basis },
    { key: 'frequency', title: words.columns.frequency, isExtra: true, render: ({ frequency }) => frequency },
    {
      key: 'matters',
      title: words.columns.matters,
      render: ({ matters }) => matters.map(({ name }) => name).join('、'),
    },
    {
      key: 'verb',
      title: words.columns.verb,
      render: (item) => (
        <span className="jia-row-verbs">
          {item.can.change === true && (
            <Button small kind="quiet" onPress={() => onChange(item)}>
              {words.change}
            </Button>
          )}
          {item.can.retire === true && (
            <Button small kind="quiet" onPress={() => onRetire(item)}>
              {item.retired ? words.revive : words.retire}
            </Button>
          )}
        </span>
      ),
    },
  ];
}
