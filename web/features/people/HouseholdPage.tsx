import './people.css';
import { type ReactNode, useState } from 'react';
import { getHousehold } from '#contract/people/endpoints.ts';
import type { HouseholdRecord, PersonRow } from '#contract/people/records.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useRead } from '#web/lib/query.ts';
import { Link, useParam } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { HouseholdFields } from './HouseholdFields.tsx';
import { MoveHouseholdForm } from './MoveHouseholdForm.tsx';
import { PersonDrawer } from './PersonDrawer.tsx';
import { PersonForm } from './PersonForm.tsx';
import { personText } from './parts.tsx';
import { useHouseholdEdit } from './useHouseholdEdit.ts';
import { householdsWords, labels, personsWords, householdWords as words } from './words.ts';

/** 户档: one home, its people masked, its tags, and what may be done. */
export function HouseholdPage() {
  const householdId = useParam('householdId');
  const { data, error, refetch } = useRead(getHousehold, { params: { householdId } });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return <HouseholdFile record={data} />;
}

function HouseholdFile({ record }: { record: HouseholdRecord }) {
  const [open, setOpen] = useState<'edit' | 'move' | 'person' | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const { can } = record;
  return (
    <DeskPage
      title={record.address}
      figures={record.leftAt && <StatusChip status="paused">{words.left}</StatusChip>}
      actions={
        <>
          {can.move === true && <Button onPress={() => setOpen('move')}>{words.move}</Button>}
          {can.edit === true && (
            <Button kind="primary" onPress={() => setOpen('edit')}>
              {words.edit}
            </Button>
          )}
        </>
      }
    >
      <div className="jia-household-body">
        <Section title={words.file} aside={words.changed(record.changedBy, moment(record.changedAt))}>
          <Sheet>
            <Facts facts={factsOf(record)} />
          </Sheet>
          <Link to="/households">{householdsWords.title}</Link>
        </Section>
        <Section
          title={words.members}
          aside={
            can.add_person === true && (
              <Button small icon="plus" onPress={() => setOpen('person')}>
                {words.addPerson}
              </Button>
            )
          }
        >
          <Sheet>
            {record.members.length === 0 && <EmptyState>{words.noMembers}</EmptyState>}
            {record.members.map((member) => (
              <Member key={member.personId} member={member} onOpen={() => setShown(member.personId)} />
            ))}
          </Sheet>
        </Section>
      </div>
      {open === 'edit' && <EditHouseholdForm record={record} onClose={() => setOpen(null)} />}
      {open === 'move' && <MoveHouseholdForm record={record} onClose={() => setOpen(null)} />}
      {open === 'person' && (
        <PersonForm
          household={{ value: record.householdId, word: record.address }}
          onClose={() => setOpen(null)}
        />
      )}
      {shown && <PersonDrawer personId={shown} onClose={() => setShown(null)} />}
    </DeskPage>
  );
}

function factsOf(record: HouseholdRecord): { label: string; value: ReactNode }[] {
  const places = record.places.map((place) => place.name).join(' · ');
  return [
    { label: words.places, value: places },
    { label: words.room, value: record.room },
    { label: words.use, value: labels.houseUse[record.houseUse] },
    {
      label: words.tags,
      value:
        record.tags === null ? (
          <span className="jia-caption">{words.tagsHidden}</span>
        ) : record.tags.length === 0 ? (
          <span className="jia-caption">{words.noTags}</span>
        ) : (
          <span className="jia-tags">
            {record.tags.map((tag) => (
              <Tag key={tag}>{labels.householdTag[tag]}</Tag>
            ))}
          </span>
        ),
    },
    { label: words.note, value: record.note || <span className="jia-caption">{words.noNote}</span> },
  ];
}

function Member({ member, onOpen }: { member: PersonRow; onOpen: () => void }) {
  const facts = [
    member.relation && labels.relation[member.relation],
    member.age !== null && personsWords.years(member.age),
    member.phone,
    personText.tags(member.careTags),
  ];
  return (
    <div className="jia-person-line">
      <span>
        <Button kind="quiet" small onPress={onOpen}>
          {member.name}
        </Button>
        <span className="jia-caption"> {facts.filter(Boolean).join(' · ')}</span>
      </span>
      {member.minor && <Tag>{personsWords.minor}</Tag>}
    </div>
  );
}

function EditHouseholdForm({ record, onClose }: { record: HouseholdRecord; onClose: () => void }) {
  const edit = useHouseholdEdit(record, onClose);
  return (
    <FormDrawer
      isOpen
      title={words.editTitle(record.room)}
      verb={edit.conflict ? words.goOn : undefined}
      busy={edit.busy}
      problem={edit.error ? sentenceOf(edit.error) : null}
      reason={edit.typed.room.trim() ? undefined : words.missingRoom}
      onSubmit={edit.submit}
      onClose={onClose}
    >
      <HouseholdFields edit={edit} />
    </FormDrawer>
  );
}
