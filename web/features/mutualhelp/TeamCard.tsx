import './help.css';
import { useState } from 'react';
import {
  answerMentor,
  closeTeam,
  inviteApprentice,
  joinTeam,
  leaveTeam,
  type Team,
} from '#contract/mutualhelp/teams.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ListRow } from '#web/ui/ListRow/ListRow.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { teamWords as words } from './words.ts';

/** One team: for its members who they are and who goes along with whom, for the others a way in. */
export function TeamCard({ team }: { team: Team }) {
  const [isClosing, setClosing] = useState(false);
  const join = useCommand(joinTeam);
  const leave = useCommand(leaveTeam);
  const close = useCommand(closeTeam, { onDone: () => setClosing(false) });
  const params = { teamId: team.teamId };
  const error = join.error ?? leave.error;
  const facts = [words.members(team.memberCount), words.pairs(team.mentorCount)];
  const isLeader = team.members.some((one) => one.isMe && one.isLeader);
  return (
    <Sheet>
      <div className="jia-stack">
        <h3>{team.name}</h3>
        {team.purpose && <p>{team.purpose}</p>}
        <p className="jia-text2">{facts.filter(Boolean).join(' · ')}</p>
        {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
        <Members team={team} />
        {team.can.join === true && (
          <Button wide onPress={() => join.mutate({ params })}>
            {words.join}
          </Button>
        )}
        {team.can.leave === true && (
          <Button kind="quiet" onPress={() => leave.mutate({ params })}>
            {words.leave}
          </Button>
        )}
        {isLeader && team.can.close === true && (
          <Button kind="quiet" onPress={() => setClosing(true)}>
            {words.close}
          </Button>
        )}
        <ConfirmQuestion
          isOpen={isClosing}
          question={words.closeQuestion(team.name)}
          yes={words.close}
          no={words.keep}
          onYes={() => close.mutate({ params, body: { version: team.version } })}
          onNo={() => setClosing(false)}
        >
          {close.error && <Banner kind="error">{sentenceOf(close.error)}</Banner>}
        </ConfirmQuestion>
      </div>
    </Sheet>
  );
}

function Members({ team }: { team: Team }) {
  const invite = useCommand(inviteApprentice);
  const answer = useCommand(answerMentor);
  const params = { teamId: team.teamId };
  const error = invite.error ?? answer.error;
  const own = team.members.find(({ isMe }) => isMe);
  return (
    <>
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      {own?.mentor?.state === 'invited' && (
        <div className="jia-stack">
          <p>{words.invited(own.mentor.name)}</p>
          <div className="jia-help-verbs">
            <Button kind="primary" onPress={() => answer.mutate({ params, body: { agrees: true } })}>
              {words.agree}
            </Button>
            <Button onPress={() => answer.mutate({ params, body: { agrees: false } })}>
              {words.decline}
            </Button>
          </div>
        </div>
      )}
      <div className="jia-team-members">
        {team.members.map((member) => (
          <ListRow
            key={member.personId}
            title={member.name}
            note={[
              member.isLeader && words.leader,
              member.isMe && words.me,
              member.mentor?.state === 'agreed' && words.mentor(member.mentor.name),
            ]
              .filter(Boolean)
              .join(' · ')}
            trailing={
              member.mentor?.state === 'invited' ? (
                <Tag>{words.mentor(member.mentor.name)}</Tag>
              ) : (
                !member.isMe &&
                !member.mentor && (
                  <Button
                    small
                    onPress={() => invite.mutate({ params, body: { personId: member.personId } })}
                  >
                    {words.invite}
                  </Button>
                )
              )
            }
          />
        ))}
      </div>
    </>
  );
}
