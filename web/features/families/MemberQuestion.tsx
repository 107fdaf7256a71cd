import { useState } from 'react';
import { leaveFamily, nameMember } from '#contract/families/endpoints.ts';
import type { Member } from '#contract/families/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { nicknameMax, familyWords as words } from './words.ts';

interface MemberQuestionProps {
  member: Member;
  isLast: boolean;
  onClose: () => void;
}

/** Myself or a child in my care: another nickname, or out of the family. */
export function MemberQuestion({ member, isLast, onClose }: MemberQuestionProps) {
  const [isLeaving, setLeaving] = useState(false);
  return isLeaving ? (
    <LeaveQuestion member={member} isLast={isLast} onClose={onClose} />
  ) : (
    <NameQuestion member={member} onLeave={() => setLeaving(true)} onClose={onClose} />
  );
}

interface NameQuestionProps {
  member: Member;
  onLeave: () => void;
  onClose: () => void;
}

function NameQuestion({ member, onLeave, onClose }: NameQuestionProps) {
  const [nickname, setNickname] = useState(member.nickname ?? '');
  const name = useCommand(nameMember, { onDone: onClose });
  const { memberId } = member;
  return (
    <ConfirmQuestion
      isOpen
      question={member.name}
      yes={words.save}
      no={words.cancel}
      yesReason={nickname.trim() ? undefined : words.memberNicknameMissing}
      busy={name.isPending && words.saving}
      onYes={() => name.mutate({ params: { memberId }, body: { nickname: nickname.trim() } })}
      onNo={onClose}
    >
      <TextField
        label={words.memberNickname}
        error={name.error ? sentenceOf(name.error) : undefined}
        value={nickname}
        maxLength={nicknameMax}
        onChange={setNickname}
      />
      <Button kind="quiet" onPress={onLeave}>
        {words.leave}
      </Button>
    </ConfirmQuestion>
  );
}

function LeaveQuestion({ member, isLast, onClose }: MemberQuestionProps) {
  const leave = useCommand(leaveFamily, { touches: ['families', 'points'], onDone: onClose });
  const { memberId } = member;
  return (
    <ConfirmQuestion
      isOpen
      question={member.isSelf ? words.leaveSelf : words.leaveChild(member.name)}
      yes={words.leave}
      no={words.keep}
      busy={leave.isPending && words.saving}
      onYes={() => leave.mutate({ params: { memberId } })}
      onNo={onClose}
    >
      <p>{isLast ? words.leaveLastHelp : words.leaveHelp}</p>
      {leave.error && <Banner kind="error">{sentenceOf(leave.error)}</Banner>}
    </ConfirmQuestion>
  );
}
