import './organisations.css';
import { useState } from 'react';
import { listPremises, removePremises } from '#contract/organisations/endpoints.ts';
import type { PremisesRecord } from '#contract/organisations/records.ts';
import { dayStamp } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { Link, useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { CheckPremisesForm, RecordPremisesForm } from './PremisesForm.tsx';
import { premisesWords as words } from './words.ts';

const halfYearMs = 183 * 86_400_000;

/** The floor-by-floor ledger: building, floor, room, who uses it, when that was last looked at. */
export function PremisesListPage() {
  const [filters, setFilters] = useFilters();
  const [isRecording, setRecording] = useState(false);
  const [checking, setChecking] = useState<PremisesRecord | null>(null);
  const [leaving, setLeaving] = useState<PremisesRecord | null>(null);
  const [since] = useState(() => dayStamp(new Date(Date.now() - halfYearMs)));
  const mayEdit = useMayAnywhere()('organisation.edit');
  const remove = useCommand(removePremises, { onDone: () => setLeaving(null) });
  const rows = usePages(listPremises, {
    query: {
      ...(filters.vacant === 'yes' ? { vacant: true as const } : {}),
      ...(filters.checked === 'old' ? { checkedBefore: since } : {}),
    },
  });
  return (
    <DeskPage
      title={words.listTitle}
      actions={
        mayEdit && (
          <Button kind="primary" icon="plus" onPress={() => setRecording(true)}>
            {words.add}
          </Button>
        )
      }
    >
      {remove.error && <Banner kind="error">{sentenceOf(remove.error)}</Banner>}
      <RegisterTable
        name="premises"
        rows={rows}
        rowKey={({ premisesId }) => premisesId}
        columns={[...columns, actColumn(setChecking, setLeaving)]}
        empty={<EmptyState>{words.none}</EmptyState>}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={filterParts} />}
      />
      {isRecording && <RecordPremisesForm onClose={() => setRecording(false)} />}
      {checking && <CheckPremisesForm premises={checking} onClose={() => setChecking(null)} />}
      <ConfirmQuestion
        isOpen={leaving !== null}
        question={words.removeQuestion(leaving?.room ?? '')}
        yes={words.remove}
        no={words.keep}
        onYes={() => leaving && remove.mutate({ params: { premisesId: leaving.premisesId } })}
        onNo={() => setLeaving(null)}
      />
    </DeskPage>
  );
}

const filterParts = [
  {
    kind: 'choice',
    key: 'vacant',
    label: words.vacantLabel,
    all: words.all,
    choices: [{ value: 'yes', word: words.vacantOnly }],
  },
  {
    kind: 'choice',
    key: 'checked',
    label: words.checkLabel,
    all: words.checkAll,
    choices: [{ value: 'old', word: words.checkOld }],
  },
] as const;

const columns: readonly RegisterColumn<PremisesRecord>[] = [
  { key: 'room', title: words.columns.room, render: ({ room }) => room },
  { key: 'area', title: words.columns.area, render: ({ area }) => area.name },
  {
    key: 'floor',
    title: words.columns.floor,
    align: 'end',
    render: ({ floor }) => (floor === null ? '' : words.floor(floor)),
  },
  { key: 'use', title: words.columns.use, render: ({ use }) => words.uses[use] },
  {
    key: 'organisation',
    title: words.columns.organisation,
    render: ({ organisation }) =>
      organisation ? (
        <Link
          to="/organisations/$organisationId"
          params={{ organisationId: organisation.organisationId } as never}
        >
          {organisation.name}
        </Link>
      ) : (
        <Tag>{words.vacant}</Tag>
      ),
  },
  {
    key: 'size',
    title: words.columns.size,
    align: 'end',
    render: ({ squareMetres }) => (squareMetres === null ? '' : words.metres(squareMetres)),
  },
  {
    key: 'checked',
    title: words.columns.checked,
    render: ({ checkedOn, checkedBy }) =>
      checkedOn ? words.checkedBy(checkedOn, checkedBy ?? '') : words.neverChecked,
  },
];

function actColumn(
  onCheck: (premises: PremisesRecord) => void,
  onRemove: (premises: PremisesRecord) => void,
): RegisterColumn<PremisesRecord> {
  return {
    key: 'act',
    title: words.columns.act,
    render: (premises) =>
      premises.can.edit === true && (
        <>
          <Button kind="quiet" small onPress={() => onCheck(premises)}>
            {words.check}
          </Button>
          <Button kind="quiet" small onPress={() => onRemove(premises)}>
            {words.remove}
          </Button>
        </>
      ),
  };
}
