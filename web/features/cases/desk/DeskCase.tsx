import { type ComponentProps, useRef, useState } from 'react';
import { getCase } from '#contract/cases/endpoints.ts';
import type { CaseRecord, CaseVerb } from '#contract/cases/records.ts';
import { listSimilar } from '#contract/cases/suggest.ts';
import { moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Link } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { CaseHead, CaseVerbs, Slot } from '../CaseView.tsx';
import { CaseFacts, Original, Units } from '../caseParts.tsx';
import { caseSlots } from '../caseSlots.tsx';
import { VerbDrawer } from '../VerbDrawer.tsx';
import { labels } from '../words.ts';
import { Beside } from './Beside.tsx';
import { ChooseUnit } from './ChooseUnit.tsx';
import { Intake } from './Intake.tsx';
import { PlaceMap } from './PlaceMap.tsx';
import type { Stage } from './useCursor.ts';
import { type DispatchForm, useDispatchForm } from './useDispatchForm.ts';
import { useKeys } from './useKeys.ts';
import { deskWords as words } from './words.ts';

interface DeskCaseProps {
  caseId: string;
  stage: Stage;
  /** It has left the desk by a deed of the viewer. */
  onGone: (sentence: string) => void;
  onNext: () => void;
}

export function DeskCase(props: DeskCaseProps) {
  const { data, error, refetch } = useRead(getCase, { params: { caseId: props.caseId } });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return <InHand {...props} record={data} />;
}

function InHand({ record, stage, onGone, onNext }: DeskCaseProps & { record: CaseRecord }) {
  const [verb, setVerb] = useState<CaseVerb | null>(null);
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const helpers = useRef<HTMLDivElement>(null);
  const middle = useRef<HTMLDivElement>(null);
  const form = useDispatchForm(record, (unit) => onGone(words.sent(record.number, unit)));
  const relations = useRead(listSimilar, { params: { caseId: record.caseId } }).data;
  const isHere = stageOf(record) === stage;
  const offers = (name: CaseVerb) => (record.can[name] === true ? () => setVerb(name) : undefined);
  const dispatches = record.status === 'registered';
  useKeys({
    Enter: dispatches ? form.submit : undefined,
    h: dispatches ? () => helpers.current?.querySelector('input')?.focus() : undefined,
    r: record.status === 'submitted' ? offers('reject') : offers('transfer_out'),
    t: offers('tag'),
    w: offers('blow_whistle'),
    // The question what for stands beside the number; the key only opens it.
    a: () => middle.current?.querySelector<HTMLElement>('.jia-masked-see')?.click(),
  });
  return (
    <>
      <div className="jia-board-case" ref={middle}>
        {!isHere && <Overtaken record={record} onNext={onNext} />}
        <Middle
          record={record}
          beside={relations && { relations, picked, onPick: setPicked, onGrouped: onGone }}
        />
      </div>
      <aside className="jia-board-side">
        <PlaceMap record={record} />
        {record.status === 'submitted' && relations && (
          <Intake record={record} matters={relations.matters} onDone={onGone} />
        )}
        {dispatches && <ChooseUnit record={record} form={form} helpersRef={helpers} />}
        <Section title={words.verbs}>
          <CaseVerbs
            record={record}
            without={dispatches ? ['dispatch', 'arbitrate'] : ['register', 'arbitrate']}
          />
        </Section>
        {dispatches && <SendBar form={form} />}
      </aside>
      {verb && <VerbDrawer verb={verb} of={record} onDone={onGone} onClose={() => setVerb(null)} />}
    </>
  );
}

interface MiddleProps {
  record: CaseRecord;
  /** Absent until it is known. */
  beside: Omit<ComponentProps<typeof Beside>, 'record'> | undefined;
}

function Middle({ record, beside }: MiddleProps) {
  return (
    <>
      <CaseHead record={record} />
      <Original record={record} />
      <CaseFacts record={record} />
      <Units record={record} />
      {beside && <Beside record={record} {...beside} />}
      <Slot of={record} parts={caseSlots.underHead} />
      <Slot of={record} parts={caseSlots.underUnits} />
      <p>
        <Link to="/cases/$caseId" params={{ caseId: record.caseId } as never}>
          {words.all}
        </Link>
      </p>
    </>
  );
}

function SendBar({ form: { lead, isArbiter, reason, send, submit } }: { form: DispatchForm }) {
  const verb = isArbiter ? words.decide : words.send;
  return (
    <div className="jia-board-foot">
      <Button
        kind="primary"
        wide
        shortcut="Enter"
        busy={send.isPending && words.sending}
        reason={reason}
        onPress={submit}
      >
        {lead ? verb(lead.word) : words.sendPlain}
      </Button>
    </div>
  );
}

function stageOf({ status, returned }: CaseRecord): Stage | null {
  if (returned) return 'returned';
  return status === 'registered' || status === 'submitted' || status === 'dispatched' ? status : null;
}

/** Somebody else was faster: who, when and what, and the way on. */
function Overtaken({ record, onNext }: { record: CaseRecord; onNext: () => void }) {
  const last = record.timeline.at(-1);
  if (!last) return null;
  return (
    <Banner kind="notice" action={{ word: words.next, onPress: onNext }}>
      {words.overtaken(last.actor, moment(last.at), labels.step[last.name])}
    </Banner>
  );
}
