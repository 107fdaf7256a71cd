import './cases.css';
import { useState } from 'react';
import type { CaseRecord, CaseVerb } from '#contract/cases/records.ts';
import { moment } from '#web/lib/formats.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { CaseEcho, CaseFacts, CaseTimeline, Original, Result, standing, Units, Verbs } from './caseParts.tsx';
import { type CasePart, caseSlots } from './caseSlots.tsx';
import { Lamp } from './lamp.tsx';
import { type Answers, VerbDrawer } from './VerbDrawer.tsx';
import { deskWords, labels, caseWords as words } from './words.ts';

/** Title, number, lamp and where it is: the head of a case on the desk. */
export function CaseHead({ record }: { record: CaseRecord }) {
  return (
    <header className="jia-case-head">
      <div className="jia-case-title">
        <h2>{record.title}</h2>
        <Tag>{labels.kind[record.kind]}</Tag>
        {record.supervised && <StatusChip status="supervised">{deskWords.supervised}</StatusChip>}
        <Lamp of={record} />
      </div>
      <p className="jia-caption">
        {record.number} · {words.received(moment(record.reportedAt))}
        {record.requesterCount > 1 && ` · ${deskWords.several(record.requesterCount)}`}
      </p>
      <CaseEcho of={record} />
      {standing(record).map((sentence) => (
        <Banner key={sentence} kind="notice">
          {sentence}
        </Banner>
      ))}
    </header>
  );
}

/** What a desk page shows of a case, in reading order. */
export function CaseBody({ record }: { record: CaseRecord }) {
  return (
    <>
      <CaseHead record={record} />
      <Slot of={record} parts={caseSlots.underHead} />
      <Original record={record} />
      <Result record={record} />
      <Slot of={record} parts={caseSlots.besideResult} />
      <CaseFacts record={record} />
      <Units record={record} />
      <Slot of={record} parts={caseSlots.underUnits} />
      <CaseTimeline record={record} />
    </>
  );
}

/** What the other features say on the page of one case. */
export function Slot({ of, parts }: { of: CaseRecord; parts: readonly CasePart[] }) {
  return parts.map((Part, index) => <Part key={Part.displayName ?? `${Part.name}${index}`} record={of} />);
}

interface CaseVerbsProps {
  record: CaseRecord;
  without?: readonly CaseVerb[];
}

/** The verbs of the record, each with its questions beside the case. */
export function CaseVerbs({ record, without }: CaseVerbsProps) {
  const [verb, setVerb] = useState<CaseVerb | null>(null);
  const [done, setDone] = useState<string | null>(null);
  return (
    <>
      {done && <Banner kind="notice">{done}</Banner>}
      <Verbs
        record={record}
        onVerb={(next) => {
          setDone(null);
          setVerb(next);
        }}
        {...(without ? { without } : {})}
      />
      {verb && (
        <VerbDrawer
          verb={verb}
          of={record}
          given={givenFor(record, verb)}
          onDone={setDone}
          onClose={() => setVerb(null)}
        />
      )}
    </>
  );
}

/** What the record already knows of the answers. */
function givenFor({ matter, area, urgency }: CaseRecord, verb: CaseVerb): Answers {
  if (verb !== 'register') return {};
  return {
    ...(matter ? { matterCode: matter.code } : {}),
    ...(area ? { areaId: area.areaId } : {}),
    urgency,
  };
}
