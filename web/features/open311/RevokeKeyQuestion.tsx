import { revokeKey } from '#contract/open311/endpoints.ts';
import type { Open311Key } from '#contract/open311/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { open311Words as words } from './words.ts';

/** The key opens nothing from then on. */
export function RevokeKeyQuestion({ apiKey, onClose }: { apiKey: Open311Key; onClose: () => void }) {
  const revoke = useCommand(revokeKey, { onDone: onClose });
  return (
    <ConfirmQuestion
      isOpen
      question={words.revokeQuestion(apiKey.name)}
      yes={words.revoke}
      no={words.keep}
      onYes={() => revoke.mutate({ params: { keyId: apiKey.keyId } })}
      onNo={onClose}
    >
      {revoke.error && <Banner kind="error">{sentenceOf(revoke.error)}</Banner>}
    </ConfirmQuestion>
  );
}
