import './calls.css';
import { useState } from 'react';
import { listShifts } from '#contract/calls/endpoints.ts';
import type { DutyShift } from '#contract/calls/records.ts';
import { dayStamp, stamp } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { PlanDutyForm } from './PlanDutyForm.tsx';
import { whenOf } from './parts.tsx';
import { fieldCallWords, deskDutyWords as words } from './words.ts';

/** The shifts of a day: who is still wanted, and what was handed over. */
export function DutyShiftsPage() {
  const may = useMayAnywhere();
  const [day, setDay] = useState(() => dayStamp(new Date()));
  const [isPlanning, setPlanning] = useState(false);
  const { data, error, isPending, refetch } = useRead(listShifts, { query: { day } });
  return (
    <DeskPage
      title={words.title}
      actions={
        may('activity.edit') && (
          <Button kind="primary" onPress={() => setPlanning(true)}>
            {words.plan}
          </Button>
        )
      }
    >
      <p className="jia-hint">{words.explain}</p>
      <RegisterTable
        name="duty-shifts"
        rows={{
          rows: data?.items ?? [],
          total: data?.items.length,
          hasMore: false,
          more: () => {},
          isLoading: isPending,
          isLoadingMore: false,
          error,
          retry: () => void refetch(),
        }}
        rowKey={({ shiftId }) => shiftId}
        columns={columns}
        filters={
          <div className="jia-call-day">
            <TextField
              label={words.day}
              type="date"
              value={day}
              onChange={(typed) => typed && setDay(typed)}
            />
          </div>
        }
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
      {isPlanning && <PlanDutyForm onClose={() => setPlanning(false)} />}
    </DeskPage>
  );
}

const columns: readonly RegisterColumn<DutyShift>[] = [
  { key: 'title', title: words.columns.title, render: ({ title }) => title },
  { key: 'place', title: words.columns.place, render: ({ area, place }) => `${area.name}${place}` },
  { key: 'when', title: words.columns.when, render: (shift) => whenOf(shift) },
  { key: 'posts', title: words.columns.posts, render: ({ posts }) => posts.join('、') },
  {
    key: 'taken',
    title: words.columns.taken,
    align: 'end',
    render: ({ takenCount, places }) => fieldCallWords.taken(takenCount, places),
  },
  {
    key: 'handover',
    title: words.columns.handover,
    render: ({ handover, handedOverBy, handedOverAt }) =>
      handover && handedOverBy && handedOverAt
        ? `${handover}（${fieldCallWords.handedOver(handedOverBy, stamp(handedOverAt))}）`
        : '',
  },
];
