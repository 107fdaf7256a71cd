import { useState } from 'react';
import { decideObjection, listObjections } from '#contract/points/endpoints.ts';
import type { Objection } from '#contract/points/records.ts';
import { figure, moment } from '#web/lib/formats.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { deskWords } from '../words.ts';
import { DecideQuestion } from './DecideQuestion.tsx';

const words = deskWords.objections;

/** What was said against points under notice. */
export function ObjectionsPage() {
  const rows = usePages(listObjections);
  const [asked, setAsked] = useState<Objection | null>(null);
  const decide = useCommand(decideObjection, { onDone: () => setAsked(null) });
  const act: RegisterColumn<Objection> = {
    key: 'act',
    title: words.columns.act,
    render: (objection) =>
      objection.can.decide === true && (
        <Button kind="quiet" small onPress={() => setAsked(objection)}>
          {words.decide}
        </Button>
      ),
  };
  return (
    <DeskPage title={words.title}>
      <RegisterTable
        name="points-objections"
        rows={rows}
        rowKey={({ objectionId }) => objectionId}
        columns={[...columns, act]}
        empty={<EmptyState>{words.none}</EmptyState>}
      />
      {asked && (
        <DecideQuestion
          question={words.question}
          yes={words.uphold}
          other={words.dismiss}
          no={words.cancel}
          label={words.reason}
          missing={words.reasonMissing}
          error={decide.error}
          onDecide={(uphold, reason) =>
            decide.mutate({ params: { objectionId: asked.objectionId }, body: { uphold, reason } })
          }
          onClose={() => setAsked(null)}
        />
      )}
    </DeskPage>
  );
}

const statuses = { open: 'waiting', upheld: 'done' } as const;

const columns: readonly RegisterColumn<Objection>[] = [
  { key: 'who', title: words.columns.who, render: ({ who }) => who },
  { key: 'amount', title: words.columns.amount, align: 'end', render: ({ amount }) => figure(amount) },
  { key: 'text', title: words.columns.text, render: ({ text }) => text },
  { key: 'madeAt', title: words.columns.madeAt, render: ({ madeAt }) => moment(madeAt) },
  {
    key: 'state',
    title: words.columns.state,
    render: ({ state }) =>
      state === 'dismissed' ? (
        <Tag>{words.states.dismissed}</Tag>
      ) : (
        <StatusChip status={statuses[state]}>{words.states[state]}</StatusChip>
      ),
  },
  { key: 'decision', title: words.columns.decision, render: ({ decision }) => decision },
];
