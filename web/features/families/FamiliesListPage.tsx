import { useState } from 'react';
import { listFamilies, resetNickname } from '#contract/families/endpoints.ts';
import type { FamilyLine } from '#contract/families/records.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { familiesDeskWords as words } from './words.ts';

/** Families of one's areas: nicknames and numbers; who they are stays with them. */
export function FamiliesListPage() {
  const [filters, setFilters] = useFilters();
  const [asked, setAsked] = useState<FamilyLine | null>(null);
  const { search, areaId } = filters;
  const rows = usePages(listFamilies, {
    query: { ...(search ? { search } : {}), ...(areaId ? { areaId } : {}) },
  });
  const act: RegisterColumn<FamilyLine> = {
    key: 'act',
    title: words.columns.act,
    render: (family) =>
      family.can.resetNickname === true && (
        <Button kind="quiet" small onPress={() => setAsked(family)}>
          {words.reset}
        </Button>
      ),
  };
  return (
    <DeskPage title={words.title}>
      <RegisterTable
        name="families"
        rows={rows}
        rowKey={({ familyId }) => familyId}
        columns={[...columns, act]}
        empty={<EmptyState>{search || areaId ? words.none : words.empty}</EmptyState>}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
      {asked && <ResetQuestion family={asked} onClose={() => setAsked(null)} />}
    </DeskPage>
  );
}

const filterParts = [
  { kind: 'area', key: 'areaId', label: words.columns.area },
  { kind: 'search', key: 'search', label: words.search },
] as const;

const columns: readonly RegisterColumn<FamilyLine>[] = [
  { key: 'nickname', title: words.columns.nickname, render: ({ nickname }) => nickname },
  { key: 'area', title: words.columns.area, render: ({ place }) => place },
  { key: 'adults', title: words.columns.adults, align: 'end', render: ({ adultCount }) => adultCount },
  { key: 'children', title: words.columns.children, align: 'end', render: ({ childCount }) => childCount },
  {
    key: 'onBoard',
    title: words.columns.onBoard,
    render: ({ onBoard }) => (onBoard ? words.shown : words.hidden),
  },
  { key: 'founded', title: words.columns.founded, render: ({ foundedAt }) => moment(foundedAt) },
];

function ResetQuestion({ family, onClose }: { family: FamilyLine; onClose: () => void }) {
  const reset = useCommand(resetNickname, { onDone: onClose });
  const { familyId, version, nickname } = family;
  return (
    <WrittenQuestion
      question={words.resetQuestion(nickname)}
      yes={words.reset}
      no={words.keep}
      label={words.reason}
      missing={words.reasonMissing}
      max={100}
      problem={reset.error && sentenceOf(reset.error)}
      onYes={(reason) => reset.mutate({ params: { familyId }, body: { reason, version } })}
      onNo={onClose}
    >
      <p>{words.resetHelp}</p>
    </WrittenQuestion>
  );
}
