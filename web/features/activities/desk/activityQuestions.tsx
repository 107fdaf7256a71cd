import { useState } from 'react';
import { cancelActivity, copyActivity, publishActivity } from '#contract/activities/endpoints.ts';
import type { ActivityRecord, SessionRecord } from '#contract/activities/records.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { MomentField } from './MomentField.tsx';
import { sentInstant } from './typed.ts';
import { activityPageWords as words } from './words.ts';

interface QuestionProps {
  record: ActivityRecord;
  /** Only this session; the whole activity without it. */
  session?: SessionRecord;
  onClose: () => void;
}

export function PublishQuestion({ record, onClose }: QuestionProps) {
  const publish = useCommand(publishActivity, { onDone: onClose });
  const { activityId, version } = record;
  return (
    <ConfirmQuestion
      isOpen
      question={words.publishQuestion}
      yes={words.publish}
      no={words.notYet}
      busy={publish.isPending && words.busy}
      onYes={() => publish.mutate({ params: { activityId }, body: { version } })}
      onNo={onClose}
    >
      <p>{words.publishHelp}</p>
      {publish.error && <Banner kind="error">{sentenceOf(publish.error)}</Banner>}
    </ConfirmQuestion>
  );
}

export function CancelQuestion({ record, session, onClose }: QuestionProps) {
  const cancel = useCommand(cancelActivity, { onDone: onClose });
  const { activityId, version } = record;
  return (
    <WrittenQuestion
      question={
        session ? words.cancelSessionQuestion(moment(session.startsAt)) : words.cancelQuestion(record.title)
      }
      yes={session ? words.cancelSession : words.cancel}
      no={words.keep}
      label={words.reason}
      missing={words.reasonMissing}
      max={200}
      problem={cancel.error && sentenceOf(cancel.error)}
      busy={cancel.isPending && words.busy}
      onYes={(reason) =>
        cancel.mutate({
          params: { activityId },
          body: { reason, version, ...(session ? { sessionId: session.sessionId } : {}) },
        })
      }
      onNo={onClose}
    >
      <p>{words.cancelHelp}</p>
    </WrittenQuestion>
  );
}

export function CopyQuestion({ record, onClose }: QuestionProps) {
  const [startsAt, setStartsAt] = useState('');
  const navigate = useNavigate();
  const copy = useCommand(copyActivity, {
    onDone: ({ activityId }) => {
      onClose();
      void navigate({ to: '/activities/$activityId', params: { activityId } as never });
    },
  });
  const { activityId } = record;
  return (
    <ConfirmQuestion
      isOpen
      question={words.copyQuestion}
      yes={words.copy}
      no={words.keep}
      yesReason={startsAt ? undefined : words.copyStarts}
      busy={copy.isPending && words.busy}
      onYes={() => copy.mutate({ params: { activityId }, body: { startsAt: sentInstant(startsAt) } })}
      onNo={onClose}
    >
      <MomentField label={words.copyStarts} value={startsAt} onChange={setStartsAt} />
      {copy.error && <Banner kind="error">{sentenceOf(copy.error)}</Banner>}
    </ConfirmQuestion>
  );
}
