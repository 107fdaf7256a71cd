import './joint.css';
import { useState } from 'react';
import { approveWhistle, readWhistle } from '#contract/cases/joint/endpoints.ts';
import type { Responder, WhistleRecord } from '#contract/cases/joint/records.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { moment, untilDue } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EchoLine } from '#web/ui/EchoLine/EchoLine.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { JudgeForm } from './JudgeForm.tsx';
import { jointLabels, jointWords as words } from './words.ts';

/** The whistle itself: who was called and how far each is; what a called unit does next. Also on the phone. */
export function WhistlePart({ record }: { record: CaseRecord }) {
  const isWhistle = record.kind === 'whistle';
  const { data } = useRead(readWhistle, { params: { caseId: record.caseId } }, { enabled: isWhistle });
  if (!isWhistle || !data) return null;
  return (
    <Section
      title={words.whistle}
      aside={`${jointLabels.whistleType[data.whistleType]} · ${words.blown(data.blownBy, moment(data.blownAt))}`}
    >
      <Approval whistle={data} />
      <div className="jia-whistle">
        <p className="jia-caption">{words.blower(data.blower.name)}</p>
        {data.responders.length === 0 ? (
          <Sheet>
            <p>{data.called.map(({ name }) => name).join('、')}</p>
          </Sheet>
        ) : (
          data.responders.map((one) => <Called key={one.assignmentId} whistle={data} of={one} />)
        )}
      </div>
    </Section>
  );
}

function Approval({ whistle }: { whistle: WhistleRecord }) {
  const [note, setNote] = useState('');
  const approve = useCommand(approveWhistle);
  const send = (yes: boolean) =>
    approve.mutate({
      params: { caseId: whistle.caseId },
      body: { approve: yes, note: note.trim(), version: whistle.version },
    });
  if (whistle.approval === 'refused') return <Banner kind="notice">{words.refused}</Banner>;
  if (whistle.approval === 'approved') return null;
  return (
    <>
      <Banner kind="notice">
        {whistle.approveBy ? words.waitingAfter(moment(whistle.approveBy)) : words.waiting}
      </Banner>
      {approve.error && <Banner kind="error">{sentenceOf(approve.error)}</Banner>}
      {whistle.can.approve_whistle === true && (
        <Sheet>
          <div className="jia-stack">
            <TextField label={words.approveNote} optional value={note} maxLength={1000} onChange={setNote} />
            <div className="jia-verbs">
              <Button kind="primary" busy={approve.isPending && words.sending} onPress={() => send(true)}>
                {words.approve}
              </Button>
              <Button onPress={() => send(false)}>{words.refuse}</Button>
            </div>
          </div>
        </Sheet>
      )}
    </>
  );
}

/** How many of the five stations are behind a unit. */
const stations: Record<Responder['status'], number> = {
  notified: 1,
  accepted: 2,
  acknowledged: 2,
  arrived: 3,
  reported: 4,
  evaluated: 5,
  waived: 5,
  ended: 5,
};

const lamps = { none: 'progress', green: 'progress', yellow: 'soon', red: 'overdue' } as const;
type Next = keyof typeof words.nextBy;

function Called({ whistle, of }: { whistle: WhistleRecord; of: Responder }) {
  const next = words.nextBy[of.status as Next];
  return (
    <Sheet>
      <div className="jia-stack">
        <div className="jia-whistle-head">
          <h3>{of.unit.name}</h3>
          <Tag>{words.roles[of.role]}</Tag>
          <StatusChip status={lamps[of.lamp]}>
            {next && of.nextBy ? `${next} ${untilDue(of.nextBy)}` : words.mini[of.status]}
          </StatusChip>
        </div>
        <EchoLine
          steps={words.echo.map((word, index) => ({ word, ...noteOf(whistle, of, index) }))}
          now={stations[of.status]}
          overdue={of.lamp === 'red'}
        />
        {of.report && <p className="jia-quoted">{of.report}</p>}
        {of.ofResponder && (
          <p className="jia-caption">
            {words.ofResponder(
              gradesOf(of.ofResponder.timeliness, of.ofResponder.quality, of.ofResponder.attitude),
            )}
          </p>
        )}
        {of.ofBlower && (
          <p className="jia-caption">
            {words.ofBlower(gradesOf(of.ofBlower.justified, of.ofBlower.clarity))}
          </p>
        )}
        <AnswerForm whistle={whistle} of={of} />
        <JudgeForm whistle={whistle} of={of} />
      </div>
    </Sheet>
  );
}

const gradesOf = (...grades: (keyof typeof jointLabels.grade)[]) =>
  grades.map((grade) => jointLabels.grade[grade]).join(' · ');

function noteOf(whistle: WhistleRecord, of: Responder, index: number): { note?: string } {
  const at = [whistle.approvedAt ?? whistle.blownAt, of.acknowledgedAt, of.arrivedAt, of.reportedAt][index];
  return at ? { note: moment(at) } : {};
}
