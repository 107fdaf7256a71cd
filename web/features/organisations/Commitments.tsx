import { useState } from 'react';
import { changeCommitment, recordCommitment } from '#contract/organisations/endpoints.ts';
import { commitmentKinds, commitmentStatuses } from '#contract/organisations/kinds.ts';
import type { CommitmentRecord, OrganisationRecord } from '#contract/organisations/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { type Status, StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { commitmentWords as words } from './words.ts';

const chips: Record<CommitmentRecord['status'], Status> = {
  open: 'waiting',
  doing: 'progress',
  done: 'done',
  dropped: 'paused',
};

/** The three lists of a member unit of the party-building council. */
export function Commitments({ record }: { record: OrganisationRecord }) {
  const [open, setOpen] = useState<CommitmentRecord | 'new' | null>(null);
  const mayCommit = record.can.commit === true;
  return (
    <Section
      title={words.title}
      aside={
        mayCommit && (
          <Button kind="quiet" small onPress={() => setOpen('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <Sheet>
        {record.commitments.length === 0 && <p className="jia-hint">{words.none}</p>}
        {record.commitments.map((one) => (
          <div key={one.commitmentId} className="jia-line">
            <span>
              <Tag>{words.kinds[one.kind]}</Tag> {one.text}
            </span>
            {one.dueOn && <span className="jia-hint">{words.due(one.dueOn)}</span>}
            <StatusChip status={chips[one.status]}>{words.statuses[one.status]}</StatusChip>
            {mayCommit && (
              <Button kind="quiet" small onPress={() => setOpen(one)}>
                {words.change}
              </Button>
            )}
          </div>
        ))}
      </Sheet>
      {open && (
        <CommitmentForm
          organisationId={record.organisationId}
          {...(open === 'new' ? {} : { commitment: open })}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

interface CommitmentFormProps {
  organisationId: string;
  commitment?: CommitmentRecord;
  onClose: () => void;
}

function CommitmentForm({ organisationId, commitment, onClose }: CommitmentFormProps) {
  const [kind, setKind] = useState(commitment?.kind ?? 'resource');
  const [text, setText] = useState(commitment?.text ?? '');
  const [dueOn, setDueOn] = useState(commitment?.dueOn ?? '');
  const [status, setStatus] = useState(commitment?.status ?? 'open');
  const record = useCommand(recordCommitment, { onDone: onClose });
  const change = useCommand(changeCommitment, { onDone: onClose });
  const error = record.error ?? change.error;
  const submit = () => {
    const typed = { text: text.trim(), dueOn: dueOn || null };
    if (!commitment) return record.mutate({ params: { organisationId }, body: { ...typed, kind } });
    const { commitmentId, version } = commitment;
    return change.mutate({ params: { organisationId, commitmentId }, body: { ...typed, status, version } });
  };
  return (
    <FormDrawer
      isOpen
      title={commitment ? words.editTitle : words.add}
      busy={record.isPending || change.isPending}
      problem={error && sentenceOf(error)}
      reason={text.trim() ? undefined : words.none}
      onSubmit={submit}
      onClose={onClose}
    >
      {commitment ? (
        <ChoiceChips
          label={words.status}
          choices={commitmentStatuses.map((value) => ({ value, word: words.statuses[value] }))}
          value={status}
          onChange={setStatus}
        />
      ) : (
        <ChoiceChips
          label={words.kind}
          choices={commitmentKinds.map((value) => ({ value, word: words.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <TextField label={words.text} rows={3} maxLength={300} value={text} onChange={setText} />
      <TextField label={words.dueOn} optional type="date" value={dueOn} onChange={setDueOn} />
    </FormDrawer>
  );
}
