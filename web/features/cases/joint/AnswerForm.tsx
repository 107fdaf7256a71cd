import { useState } from 'react';
import { acknowledge, arrive, reportResponse } from '#contract/cases/joint/endpoints.ts';
import type { Responder, WhistleRecord } from '#contract/cases/joint/records.ts';
import { useDraft } from '#web/lib/draft.ts';
import { useOnline } from '#web/lib/online.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { PhotoGrid } from '../PhotoGrid.tsx';
import { type Photo, useSendPhotos } from '../usePhotos.ts';
import { jointWords as words } from './words.ts';

interface AnswerFormProps {
  whistle: WhistleRecord;
  of: Responder;
}

/** The one step that comes next for a unit of the viewer. */
export function AnswerForm({ whistle, of }: AnswerFormProps) {
  const comes = useCommand(acknowledge);
  const arrives = useCommand(arrive);
  const request = {
    params: { caseId: whistle.caseId },
    body: { assignmentId: of.assignmentId, version: whistle.version },
  };
  const problem = comes.error ?? arrives.error;
  return (
    <>
      {problem && <Banner kind="error">{sentenceOf(problem)}</Banner>}
      {of.can.acknowledge === true && (
        <Button
          kind="primary"
          busy={comes.isPending && words.sending}
          onPress={() => comes.mutate(request as never)}
        >
          {words.acknowledge}
        </Button>
      )}
      {of.can.arrive === true && (
        <Button
          kind="primary"
          busy={arrives.isPending && words.sending}
          onPress={() => arrives.mutate(request as never)}
        >
          {words.arrive}
        </Button>
      )}
      {of.can.report_response === true && <ReportForm whistle={whistle} of={of} />}
    </>
  );
}

function ReportForm({ whistle, of }: AnswerFormProps) {
  const draft = useDraft(`whistle:${of.assignmentId}`, { report: '', waive: '' });
  const [photos, setPhotos] = useState<Photo[]>([]);
  const change = (key: string, part: Partial<Photo>) =>
    setPhotos((now) => now.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)));
  useSendPhotos({ photos, onChange: change, isOnline: useOnline() });
  const send = useCommand(reportResponse, { onDone: draft.discard });
  const { report, waive } = draft.value;
  const isLead = of.role === 'lead';
  const othersOpen = whistle.responders.some(
    ({ role, status }) => role === 'co' && ['notified', 'acknowledged', 'arrived'].includes(status),
  );
  return (
    <div className="jia-stack">
      {isLead && <p className="jia-caption">{words.reportLast}</p>}
      <TextField
        label={words.reportWhat}
        rows={3}
        maxLength={2000}
        placeholder={words.reportExample}
        value={report}
        onChange={(next) => draft.change({ report: next, waive })}
      />
      <PhotoGrid
        photos={photos}
        onAdd={(more) => setPhotos((now) => [...now, ...more])}
        onRetry={(key) => change(key, { problem: null })}
        onRemove={(key) => setPhotos((now) => now.filter((photo) => photo.key !== key))}
      />
      {isLead && othersOpen && (
        <TextField
          label={words.reportWaive}
          optional
          maxLength={300}
          value={waive}
          onChange={(next) => draft.change({ report, waive: next })}
        />
      )}
      {send.error && <Banner kind="error">{sentenceOf(send.error)}</Banner>}
      <Button
        kind="primary"
        busy={send.isPending && words.sending}
        reason={report.trim() === '' ? words.missing(words.reportWhat) : undefined}
        onPress={() =>
          send.mutate({
            params: { caseId: whistle.caseId },
            body: {
              assignmentId: of.assignmentId,
              report: report.trim(),
              waive: waive.trim() || null,
              fileIds: photos.flatMap(({ fileId }) => fileId ?? []),
              version: whistle.version,
            },
          })
        }
      >
        {words.report}
      </Button>
    </div>
  );
}
