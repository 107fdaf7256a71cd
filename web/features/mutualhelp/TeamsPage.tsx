import './help.css';
import { useState } from 'react';
import {
  claimNeed,
  foundTeam,
  giveBackNeed,
  listNeeds,
  listTeams,
  type Need,
  type Team,
} from '#contract/mutualhelp/teams.ts';
import { needStatusLabels } from '#contract/mutualhelp/words.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { whenOf } from './parts.tsx';
import { TeamCard } from './TeamCard.tsx';
import { teamWords as words } from './words.ts';

/** What the community needs, the teams that take it on, and mine among them. */
export function TeamsPage() {
  const teams = useRead(listTeams);
  const needs = useRead(listNeeds, { query: { limit: 50 } });
  const [isFounding, setFounding] = useState(false);
  const shown = needs.data?.items.filter(({ status }) => status === 'open' || status === 'claimed');
  const led = teams.data?.items.filter(({ members }) => members.some((one) => one.isMe && one.isLeader));
  return (
    <>
      <PageHeader title={words.title} onBack />
      {teams.error && <Failed error={teams.error} onRetry={() => void teams.refetch()} />}
      {!teams.data && !teams.error && <Loading rows={4} />}
      <Section title={words.needs}>
        {shown?.length === 0 && <EmptyState icon="clipboard">{words.needsEmpty}</EmptyState>}
        {shown?.map((need) => (
          <NeedCard key={need.needId} need={need} led={led ?? []} />
        ))}
      </Section>
      <Section
        title={words.teams}
        aside={
          <Button small onPress={() => setFounding(true)}>
            {words.found}
          </Button>
        }
      >
        {teams.data?.items.length === 0 && <EmptyState icon="people">{words.teamsEmpty}</EmptyState>}
        {teams.data?.items.map((team) => (
          <TeamCard key={team.teamId} team={team} />
        ))}
      </Section>
      {isFounding && <FoundQuestion onClose={() => setFounding(false)} />}
    </>
  );
}

function NeedCard({ need, led }: { need: Need; led: readonly Team[] }) {
  const claim = useCommand(claimNeed);
  const back = useCommand(giveBackNeed);
  const params = { needId: need.needId };
  const error = claim.error ?? back.error;
  return (
    <Sheet>
      <div className="jia-stack">
        <h3>{need.title}</h3>
        <p className="jia-text2">
          {[whenOf(need), words.wanted(need.peopleWanted), need.text].filter(Boolean).join(' · ')}
        </p>
        <div>
          <Tag>{need.team ? words.by(need.team.name) : needStatusLabels[need.status]}</Tag>
        </div>
        {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
        {need.can.claim === true &&
          led.map(({ teamId, name }) => (
            <Button key={teamId} wide onPress={() => claim.mutate({ params, body: { teamId } })}>
              {led.length > 1 ? `${words.claim} · ${name}` : words.claim}
            </Button>
          ))}
        {need.can.give_back === true && (
          <Button kind="quiet" onPress={() => back.mutate({ params })}>
            {words.giveBack}
          </Button>
        )}
      </div>
    </Sheet>
  );
}

function FoundQuestion({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const found = useCommand(foundTeam, { onDone: onClose });
  return (
    <ConfirmQuestion
      isOpen
      question={words.foundTitle}
      yes={words.found}
      no={words.keep}
      yesReason={name.trim() && purpose.trim() ? undefined : words.foundMissing}
      onYes={() => found.mutate({ body: { name: name.trim(), purpose: purpose.trim() } })}
      onNo={onClose}
    >
      <TextField label={words.name} maxLength={30} value={name} onChange={setName} />
      <TextField
        label={words.purpose}
        placeholder={words.purposeExample}
        maxLength={120}
        value={purpose}
        onChange={setPurpose}
      />
      {found.error && <Banner kind="error">{sentenceOf(found.error)}</Banner>}
    </ConfirmQuestion>
  );
}
