import { useState } from 'react';
import { fundProgramme, listProgrammes, openProgramme, returnBudget } from '#contract/points/endpoints.ts';
import type { Programme } from '#contract/points/records.ts';
import { figure } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { deskWords } from '../words.ts';
import { whole, wholeList } from './rows.ts';

const words = deskWords.programmes;
type Way = 'fund' | 'return';

/** Budgets of the year: what was put in and what is left of it. */
export function ProgrammesPage() {
  const may = useMayAnywhere();
  const read = useRead(listProgrammes);
  const [isOpening, setOpening] = useState(false);
  const [asked, setAsked] = useState<{ programme: Programme; way: Way } | null>(null);
  const act: RegisterColumn<Programme> = {
    key: 'act',
    title: words.columns.act,
    render: (programme) => (
      <>
        <Button kind="quiet" small onPress={() => setAsked({ programme, way: 'fund' })}>
          {words.fund}
        </Button>
        {programme.left > 0 && (
          <Button kind="quiet" small onPress={() => setAsked({ programme, way: 'return' })}>
            {words.giveBack}
          </Button>
        )}
      </>
    ),
  };
  return (
    <DeskPage
      title={words.title}
      actions={
        may('points.edit') && (
          <Button kind="primary" icon="plus" onPress={() => setOpening(true)}>
            {words.open}
          </Button>
        )
      }
    >
      <RegisterTable
        name="points-programmes"
        rows={wholeList(read)}
        rowKey={({ programmeId }) => programmeId}
        columns={may('points.approve') ? [...columns, act] : columns}
        empty={<EmptyState icon="seed">{words.none}</EmptyState>}
      />
      {isOpening && <OpenForm onClose={() => setOpening(false)} />}
      {asked && <BudgetForm {...asked} onClose={() => setAsked(null)} />}
    </DeskPage>
  );
}

const number = (key: 'funded' | 'granted' | 'held' | 'returned' | 'left'): RegisterColumn<Programme> => ({
  key,
  title: words.columns[key],
  align: 'end',
  render: (row) => figure(row[key]),
});

const columns: readonly RegisterColumn<Programme>[] = [
  { key: 'name', title: words.columns.name, render: ({ name }) => name },
  { key: 'year', title: words.columns.year, render: ({ year }) => year },
  number('funded'),
  number('granted'),
  number('held'),
  number('returned'),
  number('left'),
];

function OpenForm({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [year, setYear] = useState(String(new Date().getFullYear()));
  const open = useCommand(openProgramme, { onDone: onClose });
  return (
    <FormDrawer
      isOpen
      title={words.open}
      onSubmit={() => open.mutate({ body: { name: name.trim(), year: Number(year) } })}
      onClose={onClose}
      busy={open.isPending}
      problem={open.error && sentenceOf(open.error)}
      reason={name.trim() && whole(year) ? undefined : words.missing}
    >
      <TextField label={words.name} value={name} maxLength={60} onChange={setName} />
      <TextField label={words.year} value={year} maxLength={4} inputMode="numeric" onChange={setYear} />
    </FormDrawer>
  );
}

function BudgetForm({ programme, way, onClose }: { programme: Programme; way: Way; onClose: () => void }) {
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const fund = useCommand(fundProgramme, { onDone: onClose });
  const giveBack = useCommand(returnBudget, { onDone: onClose });
  const running = way === 'fund' ? fund : giveBack;
  const request = {
    params: { programmeId: programme.programmeId },
    body: { amount: whole(amount) ?? 0, reason: reason.trim() },
  };
  return (
    <FormDrawer
      isOpen
      title={`${way === 'fund' ? words.fund : words.giveBack} · ${programme.name}`}
      onSubmit={() => running.mutate(request)}
      onClose={onClose}
      busy={running.isPending}
      problem={running.error && sentenceOf(running.error)}
      reason={whole(amount) && reason.trim() ? undefined : words.missing}
    >
      <TextField label={words.amount} value={amount} maxLength={9} inputMode="numeric" onChange={setAmount} />
      <TextField label={words.reason} value={reason} maxLength={200} onChange={setReason} />
    </FormDrawer>
  );
}
