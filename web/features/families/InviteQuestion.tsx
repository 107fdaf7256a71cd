import { useEffect, useState } from 'react';
import { inviteToFamily, readInvitation } from '#contract/families/endpoints.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { familyWords as words } from './words.ts';

/** Makes a code once the page is opened, and shows it to be sent on. */
export function InviteQuestion({ onClose }: { onClose: () => void }) {
  const [invitationId, setInvitationId] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  const { mutate, error } = useCommand(inviteToFamily, {
    onDone: (made) => setInvitationId(made.invitationId),
  });
  useEffect(() => mutate({}), [mutate]);
  const { data } = useRead(
    readInvitation,
    { params: { invitationId: invitationId ?? '' } },
    { enabled: invitationId !== null },
  );
  return (
    <ConfirmQuestion
      isOpen
      question={words.invite}
      yes={isCopied ? words.copied : words.copy}
      no={words.cancel}
      onYes={() =>
        data &&
        void navigator.clipboard.writeText(data.code).then(
          () => setCopied(true),
          () => undefined,
        )
      }
      onNo={onClose}
    >
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      <p>{words.inviteHelp}</p>
      {data && (
        <p className="jia-family-code">
          <strong>{`${data.code.slice(0, 4)} ${data.code.slice(4)}`}</strong>
          <small>{words.codeUntil(moment(data.expiresAt))}</small>
        </p>
      )}
    </ConfirmQuestion>
  );
}
