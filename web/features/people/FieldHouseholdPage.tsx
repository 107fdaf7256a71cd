import './people.css';
import { useState } from 'react';
import { getHousehold, moveHousehold } from '#contract/people/endpoints.ts';
import type { HouseholdRecord, PersonRow } from '#contract/people/records.ts';
import { moment } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { say } from '#web/ui/say.ts';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { CallButton } from './CallButton.tsx';
import { HouseholdFields } from './HouseholdFields.tsx';
import { personText } from './parts.tsx';
import { useHouseholdEdit } from './useHouseholdEdit.ts';
import { householdWords, labels, personsWords, fieldWords as words } from './words.ts';

/** One home on the phone: who lives there, masked; a call after saying what for. */
export function FieldHouseholdPage() {
  const householdId = useParam('householdId');
  const { data, error, retry } = useKeptRead(getHousehold, { params: { householdId } });
  const [open, setOpen] = useState<'edit' | 'left' | null>(null);
  if (error && !data)
    return (
      <>
        <PageHeader title={words.title} onBack />
        <Failed error={error} onRetry={retry} />
      </>
    );
  if (!data) return <Loading rows={6} />;
  if (open === 'edit') return <EditPage record={data} onClose={() => setOpen(null)} />;
  return (
    <>
      <PageHeader title={data.room} onBack note={labels.houseUse[data.houseUse]} />
      {data.leftAt && <StatusChip status="paused">{householdWords.left}</StatusChip>}
      <Section title={householdWords.members}>
        {data.members.length === 0 && <EmptyState icon="people">{householdWords.noMembers}</EmptyState>}
        <RowSheet>
          {data.members.map((member) => (
            <Member key={member.personId} member={member} />
          ))}
        </RowSheet>
      </Section>
      <Section
        title={householdWords.file}
        aside={householdWords.changed(data.changedBy, moment(data.changedAt))}
      >
        <Sheet>
          <Facts facts={factsOf(data)} />
        </Sheet>
      </Section>
      {data.can.edit === true && (
        <div className="jia-person-verbs">
          <Button onPress={() => setOpen('edit')}>{words.edit}</Button>
          <Button kind="quiet" onPress={() => setOpen('left')}>
            {words.left}
          </Button>
        </div>
      )}
      {open === 'left' && <LeftQuestion record={data} onClose={() => setOpen(null)} />}
    </>
  );
}

function factsOf(record: HouseholdRecord) {
  return [
    { label: householdWords.places, value: record.address },
    ...(record.tags?.length
      ? [
          {
            label: householdWords.tags,
            value: (
              <span className="jia-tags">
                {record.tags.map((tag) => (
                  <Tag key={tag}>{labels.householdTag[tag]}</Tag>
                ))}
              </span>
            ),
          },
        ]
      : []),
    { label: householdWords.note, value: record.note || householdWords.noNote },
  ];
}

function Member({ member }: { member: PersonRow }) {
  const facts = [
    member.relation && labels.relation[member.relation],
    member.age !== null && words.age(member.age),
    member.minor && personsWords.minor,
    personText.tags(member.careTags),
    member.phone,
  ];
  return (
    <ListRow
      title={member.name}
      note={facts.filter(Boolean).join(' · ')}
      trailing={member.phone && !member.minor && <CallButton personId={member.personId} />}
    />
  );
}

/** Editing takes the whole page; a colleague's change is shown above what was typed. */
function EditPage({ record, onClose }: { record: HouseholdRecord; onClose: () => void }) {
  const edit = useHouseholdEdit(record, () => {
    void say(words.saved);
    onClose();
  });
  return (
    <>
      <PageHeader title={householdWords.editTitle(record.room)} onBack={onClose} />
      <form
        className="jia-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!edit.busy && edit.typed.room.trim()) edit.submit();
        }}
      >
        {edit.error && <Banner kind="error">{sentenceOf(edit.error)}</Banner>}
        <HouseholdFields edit={edit} />
        <Button
          kind="primary"
          type="submit"
          wide
          busy={edit.busy && words.saved}
          reason={edit.typed.room.trim() ? undefined : householdWords.missingRoom}
        >
          {edit.conflict ? householdWords.goOn : words.edit}
        </Button>
      </form>
    </>
  );
}

function LeftQuestion({ record, onClose }: { record: HouseholdRecord; onClose: () => void }) {
  const move = useCommand(moveHousehold, {
    onDone: () => {
      void say(words.leftDone);
      onClose();
    },
  });
  return (
    <WrittenQuestion
      question={words.leftQuestion}
      yes={words.leftYes}
      no={words.leftNo}
      label={householdWords.moveReason}
      help={householdWords.moveAwayHelp}
      missing={householdWords.missingReason}
      min={2}
      max={200}
      problem={move.error && sentenceOf(move.error)}
      busy={move.isPending && words.leftYes}
      onYes={(reason) =>
        move.mutate({
          params: { householdId: record.householdId },
          body: { version: record.version, to: null, reason },
        })
      }
      onNo={onClose}
    />
  );
}
