import { useState } from 'react';
import { delegatePost, endDelegation } from '#contract/identity/endpoints.ts';
import type { PostRecord } from '#contract/identity/records.ts';
import { roleWords } from '#contract/identity/words.ts';
import { moment } from '#web/lib/formats.ts';
import { ProblemError, sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { signInWords, postWords as words } from './words.ts';

type DelegatedPost = Pick<PostRecord, 'postId' | 'role' | 'areaName'> & {
  delegation?: PostRecord['delegation'];
};

interface DelegatePostFormProps {
  post: DelegatedPost;
  onDone?: (post: PostRecord) => void;
  onClose: () => void;
}

/** Lets a deputy act in a post between two moments (AB角), or takes that back. */
export function DelegatePostForm({ post, onDone, onClose }: DelegatePostFormProps) {
  const [phone, setPhone] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const finish = (saved: PostRecord) => {
    onDone?.(saved);
    onClose();
  };
  const delegate = useCommand(delegatePost, { onDone: finish });
  const takeBack = useCommand(endDelegation, { onDone: finish });
  const error = delegate.error ?? takeBack.error;
  const faults = error instanceof ProblemError ? error.fields : {};
  const params = { postId: post.postId };
  const isComplete = phone.length === 11 && from && until && reason.trim();
  return (
    <FormDrawer
      isOpen
      title={words.delegateTitle(roleWords[post.role], post.areaName)}
      verb={words.delegate}
      busy={delegate.isPending || takeBack.isPending}
      problem={error && sentenceOf(error)}
      reason={isComplete ? undefined : words.delegateMissing}
      onSubmit={() =>
        delegate.mutate({
          params,
          body: {
            deputyPhone: phone,
            startsAt: instantOf(from),
            endsAt: instantOf(until),
            reason: reason.trim(),
          },
        })
      }
      onClose={onClose}
    >
      {post.delegation && (
        <div className="jia-line">
          <span>{words.delegated(post.delegation.deputyName, moment(post.delegation.endsAt))}</span>
          <Button onPress={() => takeBack.mutate({ params })}>{words.endDelegation}</Button>
        </div>
      )}
      <TextField
        label={words.deputyPhone}
        help={words.deputyHelp}
        error={phone && phone.length !== 11 ? signInWords.phoneWrong(phone.length) : faults.deputyPhone}
        type="tel"
        value={phone}
        onChange={(typed) => setPhone(typed.replace(/\D/g, '').slice(0, 11))}
      />
      <MomentField label={words.from} value={from} onChange={setFrom} />
      <MomentField label={words.until} value={until} onChange={setUntil} />
      <TextField
        label={words.delegateReason}
        help={words.delegateReasonHelp}
        maxLength={200}
        value={reason}
        onChange={setReason}
      />
    </FormDrawer>
  );
}

/** `2026-11-21T09:00` as typed in Beijing; the offset is fixed (no summer time since 1991). */
const instantOf = (typed: string): string => new Date(`${typed}:00+08:00`).toISOString();

function MomentField(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={props.label}>
      {(ids) => (
        <input
          {...ids}
          className="jia-input"
          type="datetime-local"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
