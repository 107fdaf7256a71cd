import { useState } from 'react';
import { wipeDevices } from '#contract/identity/devices.ts';
import { changeAccount, resetPassword } from '#contract/identity/endpoints.ts';
import type { AccountRecord } from '#contract/identity/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { say } from '#web/ui/say.ts';
import { accountsWords as words } from './words.ts';

type Deed = keyof typeof words.deeds;

/** Unlock, disable, enable, new password, second factor anew: each with its reason in the trail. */
export function ManageAccountForm({ account, onClose }: { account: AccountRecord; onClose: () => void }) {
  const [deed, setDeed] = useState<Deed | null>(null);
  const [reason, setReason] = useState('');
  const change = useCommand(changeAccount, { onDone: onClose });
  const reset = useCommand(resetPassword);
  const wipe = useCommand(wipeDevices, {
    onDone: ({ devices }) => {
      void say(words.wipeOrdered(devices));
      onClose();
    },
  });
  const error = change.error ?? reset.error ?? wipe.error;
  const possible = (Object.keys(words.deeds) as Deed[]).filter((one) => account.can[one] === true);
  const params = { accountId: account.accountId };
  const submit = () => {
    if (reset.data) return onClose();
    if (deed === 'reset_password') return reset.mutate({ params, body: { reason: reason.trim() } });
    if (deed === 'wipe_devices') return wipe.mutate({ params, body: { reason: reason.trim() } });
    if (deed)
      change.mutate({ params, body: { action: deed, reason: reason.trim(), version: account.version } });
  };
  return (
    <FormDrawer
      isOpen
      title={words.manageTitle(account.name)}
      verb={reset.data ? words.done : deed ? words.deeds[deed] : words.manage}
      busy={change.isPending || reset.isPending || wipe.isPending}
      problem={error && sentenceOf(error)}
      reason={deed ? (reason.trim().length < 2 ? words.reasonShort : undefined) : words.pick}
      onSubmit={submit}
      onClose={onClose}
    >
      {reset.data ? (
        <div className="jia-stack">
          <Banner kind="notice">{words.newPasswordHelp}</Banner>
          <strong>{words.newPassword}</strong>
          <p className="jia-secret">{reset.data.password}</p>
        </div>
      ) : (
        <>
          <ChoiceChips
            label={words.deed}
            choices={possible.map((value) => ({ value, word: words.deeds[value] }))}
            value={deed}
            onChange={setDeed}
          />
          {deed && <p className="jia-hint">{words.deedHelp[deed]}</p>}
          <TextField
            label={words.reason}
            help={words.reasonHelp}
            rows={2}
            maxLength={200}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
    </FormDrawer>
  );
}
