import './organisations.css';
import { type ReactNode, useState } from 'react';
import { closeOrganisation, getOrganisation, reopenOrganisation } from '#contract/organisations/endpoints.ts';
import type { OrganisationRecord } from '#contract/organisations/records.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Link, useParam } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { AreasServed } from './AreasServed.tsx';
import { Commitments } from './Commitments.tsx';
import { Contacts } from './Contacts.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { OrganisationPremises } from './OrganisationPremises.tsx';
import { organisationWords as words } from './words.ts';

/** One organisation: who it is, whom to call, where it sits, whom it serves, what it undertook. */
export function OrganisationPage() {
  const organisationId = useParam('organisationId');
  const { data, error, refetch } = useRead(getOrganisation, { params: { organisationId } });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return <OrganisationFile record={data} />;
}

function OrganisationFile({ record }: { record: OrganisationRecord }) {
  const [open, setOpen] = useState<'correct' | 'close' | null>(null);
  const { can, organisationId, version } = record;
  const reopen = useCommand(reopenOrganisation);
  return (
    <DeskPage
      title={record.name}
      figures={record.status === 'closed' && <StatusChip status="paused">{words.statuses.closed}</StatusChip>}
      actions={
        <>
          {can.close === true && <Button onPress={() => setOpen('close')}>{words.close}</Button>}
          {can.reopen === true && (
            <Button onPress={() => reopen.mutate({ params: { organisationId }, body: { version } })}>
              {words.reopen}
            </Button>
          )}
          {can.edit === true && (
            <Button kind="primary" onPress={() => setOpen('correct')}>
              {words.correct}
            </Button>
          )}
        </>
      }
    >
      {reopen.error && <Banner kind="error">{sentenceOf(reopen.error)}</Banner>}
      <div className="jia-organisation">
        <div className="jia-organisation-main">
          <Section
            title={words.kinds[record.kind]}
            aside={words.updated(record.updatedBy, moment(record.updatedAt))}
          >
            <Sheet>
              <Facts facts={factsOf(record)} />
            </Sheet>
          </Section>
          <OrganisationPremises record={record} />
          {record.councilMember && <Commitments record={record} />}
        </div>
        <div className="jia-organisation-side">
          <Contacts record={record} />
          {(record.kind === 'property_company' || record.areasServed.length > 0) && (
            <AreasServed record={record} />
          )}
          <Link to="/organisations">{words.back}</Link>
        </div>
      </div>
      {open === 'correct' && <OrganisationForm record={record} onClose={() => setOpen(null)} />}
      {open === 'close' && <CloseQuestion record={record} onClose={() => setOpen(null)} />}
    </DeskPage>
  );
}

function factsOf(record: OrganisationRecord): { label: string; value: ReactNode }[] {
  const { fields } = words;
  const { parent } = record;
  const facts: [string, ReactNode][] = [
    [fields.areaId, record.area.name],
    [fields.address, record.address],
    [fields.shortName, record.shortName],
    [fields.creditCode, record.creditCode],
    [fields.industry, record.industry],
    [
      fields.parentId,
      parent && (
        <Link to="/organisations/$organisationId" params={{ organisationId: parent.organisationId } as never}>
          {parent.name}
        </Link>
      ),
    ],
    [words.party, partyOf(record)],
    [words.council, record.councilMember && <StatusChip status="done">{words.council}</StatusChip>],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function partyOf({ kind, partyMemberCount, partyOrganisation }: OrganisationRecord): ReactNode {
  if (partyOrganisation) return words.partyCovered(partyOrganisation, partyMemberCount ?? 0);
  if (partyMemberCount === 0) return words.partyZero;
  if (partyMemberCount) return <StatusChip status="soon">{words.partyNone}</StatusChip>;
  return kind === 'enterprise' || kind === 'merchant' ? words.partyUnknown : null;
}

function CloseQuestion({ record, onClose }: { record: OrganisationRecord; onClose: () => void }) {
  const close = useCommand(closeOrganisation, { onDone: onClose });
  const { organisationId, version } = record;
  return (
    <WrittenQuestion
      question={words.closeQuestion(record.name)}
      yes={words.close}
      no={words.keep}
      label={words.closeReason}
      help={words.closeReasonHelp}
      missing={words.closeReasonShort}
      min={2}
      max={200}
      problem={close.error && sentenceOf(close.error)}
      onYes={(reason) => close.mutate({ params: { organisationId }, body: { reason, version } })}
      onNo={onClose}
    />
  );
}
