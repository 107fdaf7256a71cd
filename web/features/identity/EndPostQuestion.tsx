import { useState } from 'react';
import { endPost } from '#contract/identity/endpoints.ts';
import type { PostRecord } from '#contract/identity/records.ts';
import { roleWords } from '#contract/identity/words.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { postWords as words } from './words.ts';

/** Ends a post at once; its sessions lose the right. */
export function EndPostQuestion({ post, onClose }: { post: PostRecord; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const end = useCommand(endPost, { onDone: onClose });
  const { postId, version, holderName, role, areaName } = post;
  return (
    <ConfirmQuestion
      isOpen
      question={words.endQuestion(holderName, roleWords[role], areaName)}
      yes={words.end}
      no={words.keep}
      yesReason={reason.trim().length < 2 ? words.endReasonShort : undefined}
      onYes={() => end.mutate({ params: { postId }, body: { reason: reason.trim(), version } })}
      onNo={onClose}
    >
      <TextField
        label={words.endReason}
        help={words.endReasonHelp}
        error={end.error ? sentenceOf(end.error) : undefined}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
    </ConfirmQuestion>
  );
}
