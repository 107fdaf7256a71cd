import './people.css';
import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { revealFields } from '#contract/people/codes.ts';
import { getPerson } from '#contract/people/endpoints.ts';
import { requestErasure } from '#contract/people/protection.ts';
import type { PersonRecord, Revealed } from '#contract/people/records.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Link } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Facts } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { ConsentsSection } from './ConsentsSection.tsx';
import { GuardianshipsSection } from './GuardianshipsSection.tsx';
import { MinorAccessQuestion } from './MinorAccessQuestion.tsx';
import { PersonForm } from './PersonForm.tsx';
import { personText } from './parts.tsx';
import { RevealQuestion } from './RevealQuestion.tsx';
import { labels, personsWords, requestsWords, personWords as words } from './words.ts';

/** One resident beside the list: masked, with what the viewer may do. */
export function PersonDrawer({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { data, error, refetch } = useRead(getPerson, { params: { personId } });
  return (
    <Drawer open size={520} title={data?.name ?? ''} onClose={onClose}>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && <PersonFile key={personId} person={data} />}
    </Drawer>
  );
}

type Question = 'reveal' | 'access' | 'correct' | 'erasure';

function PersonFile({ person }: { person: PersonRecord }) {
  const [open, setOpen] = useState<Question | null>(null);
  const [clear, setClear] = useState<Revealed['values'] | null>(null);
  const { personId, can } = person;
  const close = () => setOpen(null);
  return (
    <div className="jia-stack">
      <PersonNotes person={person} />
      <Facts facts={factsOf(person, clear)} />
      <div className="jia-person-verbs">
        {can.reveal === true && <Button onPress={() => setOpen('reveal')}>{words.reveal}</Button>}
        {can.request_minor_access === true && (
          <Button onPress={() => setOpen('access')}>{words.askAccess}</Button>
        )}
        {can.correct === true && (
          <Button kind="primary" onPress={() => setOpen('correct')}>
            {words.correct}
          </Button>
        )}
        {can.request_erasure === true && (
          <Button kind="quiet" onPress={() => setOpen('erasure')}>
            {words.askErasure}
          </Button>
        )}
        {person.householdId && (
          <Link to="/households/$householdId" params={{ householdId: person.householdId } as never}>
            {words.household}
          </Link>
        )}
      </div>
      <GuardianshipsSection person={person} />
      <ConsentsSection person={person} />
      <p className="jia-caption">{words.changed(person.changedBy, moment(person.changedAt))}</p>
      {open === 'reveal' && (
        <RevealQuestion personId={personId} fields={revealFields} onRevealed={setClear} onClose={close} />
      )}
      {open === 'access' && <MinorAccessQuestion personId={personId} onClose={close} />}
      {open === 'correct' && <PersonForm person={person} onClose={close} />}
      {open === 'erasure' && <ErasureQuestion personId={personId} onClose={close} />}
    </div>
  );
}

function PersonNotes({ person }: { person: PersonRecord }) {
  const access = person.minorAccess;
  return (
    <>
      {person.status !== 'active' && (
        <StatusChip status="paused">{labels.personStatus[person.status]}</StatusChip>
      )}
      {person.erasureRequested && <Banner kind="notice">{words.erasureAsked}</Banner>}
      {access?.status === 'requested' && <Banner kind="notice">{words.accessWaiting}</Banner>}
      {access?.status === 'approved' && access.until && person.can.reveal === true && (
        <Banner kind="notice">{words.accessUntil(moment(access.until))}</Banner>
      )}
      {access?.status === 'declined' && <Banner kind="notice">{words.accessDeclined}</Banner>}
    </>
  );
}

/** Clear values stand marked until the drawer is closed. */
function factsOf(
  person: PersonRecord,
  clear: Revealed['values'] | null,
): { label: string; value: ReactNode }[] {
  const { fields } = words;
  const shown = (value: string | null | undefined, masked: string | null) =>
    clear ? <span className="jia-clear">{value ?? words.noValue}</span> : (masked ?? words.noValue);
  const facts: [string, ReactNode][] = [
    [fields.name, shown(clear?.name, person.name)],
    [fields.phone, shown(clear?.phone, person.phone)],
    [fields.idNumber, shown(clear?.idNumber, person.idNumber)],
    [fields.bornOn, shown(clear?.bornOn, person.bornOn)],
    [fields.age, person.age === null ? words.noValue : personsWords.years(person.age)],
    [fields.sex, person.sex ? labels.sex[person.sex] : words.noValue],
    [fields.relation, person.relation && labels.relation[person.relation]],
    [fields.careTags, personText.tags(person.careTags)],
    [fields.address, shown(clear?.address, person.address)],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function ErasureQuestion({ personId, onClose }: { personId: string; onClose: () => void }) {
  const request = useCommand(requestErasure, { onDone: onClose });
  return (
    <WrittenQuestion
      question={words.askErasure}
      yes={words.askErasure}
      no={words.keep}
      label={requestsWords.reason}
      missing={requestsWords.missingReason}
      min={2}
      max={300}
      problem={request.error && sentenceOf(request.error)}
      busy={request.isPending && words.askErasure}
      onYes={(reason) => request.mutate({ params: { personId }, body: { reason } })}
      onNo={onClose}
    />
  );
}
