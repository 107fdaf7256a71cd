import { endPost } from '#contract/identity/endpoints.ts';
import type { PostRecord } from '#contract/identity/records.ts';
import { roleWords } from '#contract/identity/words.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { postWords as words } from './words.ts';

/** Ends a post at once; its sessions lose the right. */
export function EndPostQuestion({ post, onClose }: { post: PostRecord; onClose: () => void }) {
  const end = useCommand(endPost, { onDone: onClose });
  const { postId, version, holderName, role, areaName } = post;
  return (
    <WrittenQuestion
      question={words.endQuestion(holderName, roleWords[role], areaName)}
      yes={words.end}
      no={words.keep}
      label={words.endReason}
      help={words.endReasonHelp}
      missing={words.endReasonShort}
      min={2}
      max={200}
      problem={end.error && sentenceOf(end.error)}
      onYes={(reason) => end.mutate({ params: { postId }, body: { reason, version } })}
      onNo={onClose}
    />
  );
}
