import './cases.css';
import { type ReactNode, useState } from 'react';
import { revealRequester } from '#contract/cases/endpoints.ts';
import { type CaseRecord, type CaseRow, type CaseVerb, caseVerbs } from '#contract/cases/records.ts';
import { call } from '#web/lib/call.ts';
import { moment, stamp } from '#web/lib/formats.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EchoLine } from '#web/ui/EchoLine/EchoLine.tsx';
import { MaskedText } from '#web/ui/MaskedText/MaskedText.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { Timeline } from '#web/ui/Timeline/Timeline.tsx';
import { CaseFiles } from './CaseFiles.tsx';
import { verbForms, verbLabel } from './verbForms.ts';
import { labels, reasonOf, caseWords as words } from './words.ts';

/** How far along the five stations of the office each state is. */
const stations: Record<CaseRow['status'], number> = {
  draft: 0,
  submitted: 0,
  verifying: 0,
  registered: 1,
  dispatched: 2,
  accepted: 2,
  in_progress: 2,
  suspended: 2,
  under_review: 3,
  resolved: 4,
  confirming: 4,
  closed: 5,
  rejected: 5,
  withdrawn: 5,
  transferred: 5,
  merged: 5,
};

export function CaseEcho({ of }: { of: Pick<CaseRow, 'status' | 'lamp'> }) {
  return (
    <EchoLine
      steps={words.echo.map((word) => ({ word }))}
      now={stations[of.status]}
      overdue={of.lamp === 'red' && stations[of.status] < words.echo.length}
    />
  );
}

/** The words of the requester as they came, with the photos. */
export function Original({ record }: { record: CaseRecord }) {
  return (
    <Section title={words.original}>
      <Sheet>
        <p className="jia-original">{record.text || words.noText}</p>
        <CaseFiles files={record.files} word={words.photos} />
      </Sheet>
    </Section>
  );
}

export function CaseFacts({ record }: { record: CaseRecord }) {
  const facts: { label: string; value: ReactNode }[] = [
    { label: words.place, value: record.placeText || record.area?.name || '' },
    { label: words.area, value: record.area?.name ?? '' },
    { label: words.matter, value: record.matter?.name ?? words.noMatter },
    {
      label: words.requestType,
      value: `${labels.requestType[record.requestType]} · ${labels.urgency[record.urgency]}`,
    },
    { label: words.requester, value: <Requesters record={record} /> },
    { label: words.channel, value: labels.channel[record.channel] },
    ...(record.externalNumber ? [{ label: words.externalNumber, value: record.externalNumber }] : []),
  ];
  return (
    <Section title={words.facts}>
      <Sheet>
        <Facts facts={facts.filter(({ value }) => value !== '')} />
      </Sheet>
    </Section>
  );
}

/** Masked; the number in the clear after saying what for, and written down. */
export function Requesters({ record }: { record: CaseRecord }) {
  const reveal = (requesterId: string) => async (purpose: string) => {
    const { requesters } = await call(revealRequester, {
      params: { caseId: record.caseId },
      body: { purpose },
    });
    const found = requesters.find((one) => one.requesterId === requesterId);
    return found?.phone ?? found?.name ?? '';
  };
  return record.requesters.map(({ requesterId, name, phone, onBehalfOf, hidden }) => (
    <span key={requesterId} className="jia-requester">
      {hidden && !name ? words.hiddenRequester : name}
      {onBehalfOf && <span className="jia-caption">{words.onBehalf(onBehalfOf)}</span>}
      {phone && (
        <MaskedText
          masked={phone}
          isPhone
          reveal={record.can.reveal === true ? reveal(requesterId) : undefined}
        />
      )}
    </span>
  ));
}

export function Units({ record }: { record: CaseRecord }) {
  if (record.assignments.length === 0) return null;
  return (
    <Section title={words.units}>
      <Sheet>
        <Facts
          facts={record.assignments.map(({ role, unit, status, report }) => ({
            label: labels.assignmentRole[role],
            value: [unit.name, labels.assignmentStatus[status], report].filter(Boolean).join(' · '),
          }))}
        />
      </Sheet>
    </Section>
  );
}

export function Result({ record }: { record: CaseRecord }) {
  if (!record.result) return null;
  return (
    <Section
      title={words.result}
      {...(record.satisfaction ? { aside: labels.satisfaction[record.satisfaction] } : {})}
    >
      <Sheet>
        <p className="jia-quoted">{record.result}</p>
      </Sheet>
    </Section>
  );
}

/** Everything that happened, newest first. */
export function CaseTimeline({ record, short = false }: { record: CaseRecord; short?: boolean }) {
  return (
    <Section title={words.timeline} {...(record.round > 1 ? { aside: words.round(record.round) } : {})}>
      <Sheet>
        <Timeline
          entries={[...record.timeline].reverse().map((step) => ({
            id: String(step.seq),
            time: short ? stamp(step.at) : moment(step.at),
            who: step.actor === 'system' ? words.system : step.actor,
            what: [labels.step[step.name], step.note].filter(Boolean).join('：'),
          }))}
        />
      </Sheet>
    </Section>
  );
}

/** What stands in the way or stands aside: merged, suspended, a date asked for. */
export const standing = (record: CaseRecord): string[] => [
  ...(record.mergedInto ? [words.mergedInto(record.mergedInto.number)] : []),
  ...(record.suspendedUntil ? [words.suspendedUntil(moment(record.suspendedUntil))] : []),
  ...(record.extensionUntil ? [words.extensionUntil(moment(record.extensionUntil))] : []),
];

/** Not of this hour, or somebody else's work: nothing to wait for, so not worth a line. */
const elsewhere: readonly (true | string | undefined)[] = [
  undefined,
  'case.illegal_move',
  'case.not_your_unit',
  'case.not_open',
  'case.no_extension',
  'can.area',
];

const isOffered = (reason: true | string | undefined): boolean => !elsewhere.includes(reason);

interface VerbsProps {
  record: CaseRecord;
  /** The one filled button among them. */
  first?: CaseVerb;
  /** Offered elsewhere on the page. */
  without?: readonly CaseVerb[];
  onVerb: (verb: CaseVerb) => void;
}

/** Verbs that the record allows; those it does not stand folded with their reason. */
export function Verbs({ record, first, without = [], onVerb }: VerbsProps) {
  const [isOpen, setOpen] = useState(false);
  const offered = caseVerbs.filter(
    (verb) => verb in verbForms && !without.includes(verb) && isOffered(record.can[verb]),
  );
  const open = offered.filter((verb) => record.can[verb] === true);
  const closed = offered.filter((verb) => record.can[verb] !== true);
  if (offered.length === 0) return <p className="jia-caption">{words.noVerbs}</p>;
  return (
    <div className="jia-verbs">
      {open.map((verb) => (
        <Button key={verb} kind={verb === first ? 'primary' : 'secondary'} onPress={() => onVerb(verb)}>
          {verbLabel(verb)}
        </Button>
      ))}
      {closed.length > 0 && (
        <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
          {words.cannot}
        </Button>
      )}
      {isOpen &&
        closed.map((verb) => (
          <Button key={verb} reason={reasonOf(String(record.can[verb]))}>
            {verbLabel(verb)}
          </Button>
        ))}
    </div>
  );
}
