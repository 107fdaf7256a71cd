import './calls.css';
import { useState } from 'react';
import { handOver, listCalls, listShifts } from '#contract/calls/endpoints.ts';
import type { DutyShift } from '#contract/calls/records.ts';
import { clock, dayStamp } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { whenOf } from './parts.tsx';
import { fieldCallWords as words } from './words.ts';

/** On the spot: who is called together here, and today's duty with what the shift before left. */
export function FieldCallsPage() {
  const [today] = useState(() => dayStamp(new Date()));
  const calls = useKeptRead(listCalls, { query: { status: 'open', limit: 20 } });
  const shifts = useKeptRead(listShifts, { query: { day: today } });
  const asOf = calls.asOf ?? shifts.asOf;
  const error = calls.error ?? shifts.error;
  return (
    <>
      <PageHeader title={words.title} onBack />
      {asOf && <Banner kind="offline">{words.asOf(clock(asOf))}</Banner>}
      {error && !calls.data && <Failed error={error} onRetry={calls.retry} />}
      {!calls.data && !error && <Loading rows={4} />}
      {calls.data && (
        <Section title={words.calls}>
          {calls.data.items.length === 0 && <EmptyState>{words.callsEmpty}</EmptyState>}
          {calls.data.items.map((call) => (
            <Sheet key={call.callId}>
              <div className="jia-stack">
                <h3>{call.title}</h3>
                <p className="jia-text2">{`${whenOf(call)} · ${call.area.name}${call.gatherPoint}`}</p>
                <div className="jia-call-figures">
                  <Figure value={call.comingCount} word={words.coming} />
                  <Figure value={call.peopleWanted} word={words.wanted} />
                </div>
              </div>
            </Sheet>
          ))}
        </Section>
      )}
      {shifts.data && (
        <Section title={words.shifts}>
          {shifts.data.items.length === 0 && <EmptyState>{words.shiftsEmpty}</EmptyState>}
          {shifts.data.items.map((shift) => (
            <Shift key={`${shift.shiftId} ${shift.version}`} shift={shift} />
          ))}
        </Section>
      )}
    </>
  );
}

function Shift({ shift }: { shift: DutyShift }) {
  const [note, setNote] = useState(shift.handover ?? '');
  const leave = useCommand(handOver, { touches: ['calls'] });
  const { shiftId, version } = shift;
  return (
    <Sheet>
      <div className="jia-stack">
        <h3>{`${shift.title} · ${shift.place}`}</h3>
        <p className="jia-text2">
          {[whenOf(shift), shift.posts.join('、'), words.taken(shift.takenCount, shift.places)].join(' · ')}
        </p>
        {shift.before && <Banner kind="notice">{`${words.before}：${shift.before}`}</Banner>}
        {shift.can.hand_over === true && (
          <>
            <TextField
              label={words.note}
              help={words.noteHelp}
              rows={2}
              maxLength={400}
              value={note}
              onChange={setNote}
            />
            {shift.handedOverBy && shift.handedOverAt && (
              <p className="jia-caption">{words.handedOver(shift.handedOverBy, clock(shift.handedOverAt))}</p>
            )}
            {leave.error && <Banner kind="error">{sentenceOf(leave.error)}</Banner>}
            <Button
              busy={leave.isPending && words.handOver}
              onPress={() => leave.mutate({ params: { shiftId }, body: { note: note.trim(), version } })}
            >
              {words.handOver}
            </Button>
          </>
        )}
      </div>
    </Sheet>
  );
}
