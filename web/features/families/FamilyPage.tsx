import './families.css';
import { useState } from 'react';
import { readMyFamily } from '#contract/families/endpoints.ts';
import type { FamilyRecord, Member } from '#contract/families/records.ts';
import { moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { AddChildQuestion } from './AddChildQuestion.tsx';
import { ChangeFamilyQuestion } from './ChangeFamilyQuestion.tsx';
import { FoundFamilyQuestion } from './FoundFamilyQuestion.tsx';
import { InviteQuestion } from './InviteQuestion.tsx';
import { JoinFamilyQuestion } from './JoinFamilyQuestion.tsx';
import { MemberQuestion } from './MemberQuestion.tsx';
import { familyWords as words } from './words.ts';

type Child = { personId: string; name: string; age: number | null };

/** My volunteer family: who is in it, and how others come in. */
export function FamilyPage() {
  const { data, error, refetch } = useRead(readMyFamily);
  return (
    <>
      <PageHeader title={words.title} onBack />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data &&
        (data.family ? <Own family={data.family} free={data.children} /> : <None free={data.children} />)}
    </>
  );
}

function None({ free }: { free: readonly Child[] }) {
  const [asked, setAsked] = useState<'found' | 'join' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <EmptyState icon="people">{words.none}</EmptyState>
      <div className="jia-family-verbs">
        <Button kind="primary" wide onPress={() => setAsked('found')}>
          {words.found}
        </Button>
        <Button wide onPress={() => setAsked('join')}>
          {words.join}
        </Button>
      </div>
      {asked === 'found' && <FoundFamilyQuestion items={free} onClose={close} />}
      {asked === 'join' && <JoinFamilyQuestion onClose={close} />}
    </>
  );
}

function Own({ family, free }: { family: FamilyRecord; free: readonly Child[] }) {
  const [asked, setAsked] = useState<'change' | 'invite' | null>(null);
  const [member, setMember] = useState<Member | null>(null);
  const [child, setChild] = useState<Child | null>(null);
  const close = () => {
    setAsked(null);
    setMember(null);
    setChild(null);
  };
  return (
    <>
      <RowSheet>
        <ListRow
          title={family.nickname}
          note={words.since(moment(family.foundedAt))}
          trailing={
            family.can.change === true && (
              <Button small onPress={() => setAsked('change')}>
                {words.change}
              </Button>
            )
          }
        />
      </RowSheet>
      <Section
        title={words.members}
        aside={
          family.can.invite === true && (
            <Button small icon="plus" onPress={() => setAsked('invite')}>
              {words.invite}
            </Button>
          )
        }
      >
        <RowSheet>
          {family.members.map((one) => (
            <MemberRow key={one.memberId} member={one} onPress={() => setMember(one)} />
          ))}
          {free.map((one) => (
            <ListRow
              key={one.personId}
              title={one.name}
              note={one.age === null ? undefined : words.age(one.age)}
              trailing={
                <Button small onPress={() => setChild(one)}>
                  {words.add}
                </Button>
              }
            />
          ))}
        </RowSheet>
        <p className="jia-hint">{words.childElsewhere}</p>
        <RowSheet>
          <ListRow title={words.childConsents} note={words.childConsentsNote} href="/m/mine/data" />
        </RowSheet>
      </Section>
      {asked === 'change' && <ChangeFamilyQuestion family={family} onClose={close} />}
      {asked === 'invite' && <InviteQuestion onClose={close} />}
      {member && <MemberQuestion member={member} isLast={isLastAdult(family, member)} onClose={close} />}
      {child && <AddChildQuestion child={child} onClose={close} />}
    </>
  );
}

const isLastAdult = ({ members }: FamilyRecord, member: Member) =>
  member.part === 'adult' && members.filter(({ part }) => part === 'adult').length === 1;

function MemberRow({ member, onPress }: { member: Member; onPress: () => void }) {
  const { name, nickname, age, part, isSelf, inMyCare } = member;
  const facts = [
    isSelf && words.self,
    part === 'child' && age !== null ? words.age(age) : !isSelf && words.adult,
    nickname && words.known(nickname),
  ];
  return (
    <ListRow
      title={name}
      note={facts.filter(Boolean).join(' · ')}
      {...(isSelf || inMyCare ? { onPress } : {})}
    />
  );
}
