import { useState } from 'react';
import {
  decideHoursObjection,
  type HoursObjection,
  listHoursObjections,
} from '#contract/attendance/notice.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { hoursObjectionWords as words } from './words.ts';

/** What residents say against proofs and checks under notice, and the answer of the office. */
export function HoursObjectionsPage() {
  const rows = usePages(listHoursObjections);
  const [asked, setAsked] = useState<HoursObjection | null>(null);
  const act: RegisterColumn<HoursObjection> = {
    key: 'act',
    title: words.columns.act,
    render: (one) =>
      one.can.decide === true && (
        <Button kind="quiet" small onPress={() => setAsked(one)}>
          {words.answer}
        </Button>
      ),
  };
  return (
    <DeskPage
      title={words.title}
      actions={
        <Button icon="people" href="/p/hours">
          {words.toNotice}
        </Button>
      }
    >
      <p className="jia-hint">{words.note}</p>
      <RegisterTable
        name="hours-objections"
        rows={rows}
        rowKey={({ objectionId }) => objectionId}
        columns={[...columns, act]}
        empty={<EmptyState>{words.none}</EmptyState>}
      />
      {asked && <AnswerQuestion objection={asked} onClose={() => setAsked(null)} />}
    </DeskPage>
  );
}

const statuses = { open: 'waiting', upheld: 'done' } as const;

const columns: readonly RegisterColumn<HoursObjection>[] = [
  { key: 'about', title: words.columns.about, render: ({ about }) => about },
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
  {
    key: 'decision',
    title: words.columns.decision,
    render: ({ decision, decidedBy }) => [decision, decidedBy].filter(Boolean).join(' · '),
  },
];

function AnswerQuestion({ objection, onClose }: { objection: HoursObjection; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const decide = useCommand(decideHoursObjection, { onDone: onClose });
  const missing = reason.trim() ? undefined : words.missing;
  const send = (uphold: boolean) =>
    decide.mutate({
      params: { objectionId: objection.objectionId },
      body: { uphold, reason: reason.trim() },
    });
  return (
    <ConfirmQuestion
      isOpen
      question={words.question(objection.about)}
      yes={words.uphold}
      no={words.notNow}
      yesReason={missing}
      onYes={() => send(true)}
      onNo={onClose}
    >
      <p className="jia-text2">{objection.text}</p>
      <TextField
        label={words.reason}
        help={words.reasonHelp}
        error={decide.error ? sentenceOf(decide.error) : undefined}
        value={reason}
        maxLength={200}
        onChange={setReason}
      />
      <Button reason={missing} onPress={() => send(false)}>
        {words.dismiss}
      </Button>
    </ConfirmQuestion>
  );
}
