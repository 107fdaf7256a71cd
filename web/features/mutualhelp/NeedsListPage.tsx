import { useState } from 'react';
import { finishNeed, listNeeds, listTeams, type Need, withdrawNeed } from '#contract/mutualhelp/teams.ts';
import { needStatusLabels } from '#contract/mutualhelp/words.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { PostNeedForm } from './PostNeedForm.tsx';
import { whenOf } from './parts.tsx';
import { teamWords, deskTeamWords as words } from './words.ts';

/** What the community needs of volunteer teams, and the teams there are. */
export function NeedsListPage() {
  const rows = usePages(listNeeds);
  const [isPosting, setPosting] = useState(false);
  const [finished, setFinished] = useState<Need | null>(null);
  const withdraw = useCommand(withdrawNeed);
  const act: RegisterColumn<Need> = {
    key: 'act',
    title: words.columns.act,
    render: (need) => (
      <>
        {need.can.finish === true && (
          <Button kind="quiet" small onPress={() => setFinished(need)}>
            {words.finish}
          </Button>
        )}
        {need.can.withdraw === true && (
          <Button
            kind="quiet"
            small
            onPress={() =>
              withdraw.mutate({ params: { needId: need.needId }, body: { version: need.version } })
            }
          >
            {words.withdraw}
          </Button>
        )}
      </>
    ),
  };
  return (
    <DeskPage
      title={words.title}
      actions={
        <Button kind="primary" onPress={() => setPosting(true)}>
          {words.post}
        </Button>
      }
    >
      <p className="jia-hint">{words.explain}</p>
      {withdraw.error && <Banner kind="error">{sentenceOf(withdraw.error)}</Banner>}
      <RegisterTable
        name="volunteer-needs"
        rows={rows}
        rowKey={({ needId }) => needId}
        columns={[...columns, act]}
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
      <Teams />
      {isPosting && <PostNeedForm onClose={() => setPosting(false)} />}
      {finished && <FinishQuestion need={finished} onClose={() => setFinished(null)} />}
    </DeskPage>
  );
}

const columns: readonly RegisterColumn<Need>[] = [
  { key: 'title', title: words.columns.title, render: ({ title }) => title },
  { key: 'community', title: words.columns.community, render: ({ community }) => community.name },
  { key: 'when', title: words.columns.when, render: (need) => whenOf(need) },
  {
    key: 'wanted',
    title: words.columns.wanted,
    align: 'end',
    render: ({ peopleWanted }) => teamWords.members(peopleWanted),
  },
  { key: 'team', title: words.columns.team, render: ({ team }) => team?.name ?? '' },
  {
    key: 'status',
    title: words.columns.status,
    render: ({ status }) => <Tag>{needStatusLabels[status]}</Tag>,
  },
];

function Teams() {
  const { data } = useRead(listTeams);
  if (!data) return null;
  return (
    <Section title={words.teams}>
      {data.items.length === 0 ? (
        <EmptyState>{words.teamsEmpty}</EmptyState>
      ) : (
        <Sheet>
          <Facts
            facts={data.items.map((team) => ({
              label: team.name,
              value: [
                team.community.name,
                team.purpose,
                teamWords.members(team.memberCount),
                teamWords.pairs(team.mentorCount),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        </Sheet>
      )}
    </Section>
  );
}

function FinishQuestion({ need, onClose }: { need: Need; onClose: () => void }) {
  const finish = useCommand(finishNeed, { onDone: onClose });
  const { needId, version } = need;
  return (
    <WrittenQuestion
      question={words.finishTitle}
      yes={words.finish}
      no={words.keep}
      label={words.result}
      missing={words.resultMissing}
      max={200}
      problem={finish.error && sentenceOf(finish.error)}
      onYes={(result) => finish.mutate({ params: { needId }, body: { result, version } })}
      onNo={onClose}
    />
  );
}
