import { useState } from 'react';
import { publishCase, readPublication, withdrawPublication } from '#contract/cases/publish/endpoints.ts';
import type { Publication } from '#contract/cases/publish/records.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { moment } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { ChoosePhotos } from './ChoosePhotos.tsx';
import { publishWords as words } from './words.ts';

/** Beside a closed case: its public words, or the draft of them. Nothing where it may not be public. */
export function PublishPart({ record }: { record: CaseRecord }) {
  const may = useMayAnywhere();
  const isAsked = mayBePublic(record) && may('case.supervise');
  const { data } = useRead(readPublication, { params: { caseId: record.caseId } }, { enabled: isAsked });
  if (!isAsked || !data) return null;
  if (data.publicationId) return <Published record={record} now={data} />;
  return data.may === true ? <Draft key={record.caseId} record={record} given={data} /> : null;
}

/** Settled matters, and questions once they are answered; the server says whether it may. */
const mayBePublic = ({ status, solved, requestType }: CaseRecord): boolean =>
  requestType === 'inquiry' || requestType === 'suggestion'
    ? ['resolved', 'confirming', 'closed'].includes(status)
    : status === 'closed' && solved === 'yes';

function Draft({ record, given }: { record: CaseRecord; given: Publication }) {
  const [told, setTold] = useState({ title: given.title, asked: given.asked, done: given.done });
  const [photoIds, setPhotoIds] = useState<readonly string[]>([]);
  const publish = useCommand(publishCase);
  const change = (part: Partial<typeof told>) => setTold({ ...told, ...part });
  return (
    <Section title={words.title}>
      <div className="jia-stack">
        <p className="jia-caption">{words.help}</p>
        <TextField
          label={words.caseTitle}
          value={told.title}
          maxLength={80}
          onChange={(title) => change({ title })}
        />
        <TextField
          label={words.asked}
          rows={4}
          value={told.asked}
          maxLength={1000}
          onChange={(asked) => change({ asked })}
        />
        <TextField
          label={words.done}
          rows={5}
          value={told.done}
          maxLength={2000}
          error={publish.error ? sentenceOf(publish.error) : undefined}
          onChange={(done) => change({ done })}
        />
        <ChoosePhotos photos={given.photos} chosen={photoIds} onChange={setPhotoIds} />
        <Button
          wide
          busy={publish.isPending && words.publishing}
          onPress={() =>
            publish.mutate({ params: { caseId: record.caseId }, body: { ...told, photoIds: [...photoIds] } })
          }
        >
          {words.publish}
        </Button>
      </div>
    </Section>
  );
}

function Published({ record, now }: { record: CaseRecord; now: Publication }) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useCommand(withdrawPublication, { onDone: () => setAsking(false) });
  return (
    <Section title={words.title}>
      <div className="jia-stack">
        <p>{words.published(now.publishedAt ? moment(now.publishedAt) : '', now.publishedBy ?? '')}</p>
        <Button href={`/p/${now.publicationId}`}>{words.see}</Button>
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {words.withdraw}
        </Button>
      </div>
      <ConfirmQuestion
        isOpen={isAsking}
        question={words.question}
        yes={words.withdraw}
        no={words.keep}
        yesReason={reason.trim() ? undefined : words.reasonMissing}
        busy={withdraw.isPending && words.withdrawing}
        onNo={() => setAsking(false)}
        onYes={() => withdraw.mutate({ params: { caseId: record.caseId }, body: { reason: reason.trim() } })}
      >
        <TextField
          label={words.reason}
          value={reason}
          maxLength={300}
          error={withdraw.error ? sentenceOf(withdraw.error) : undefined}
          onChange={setReason}
        />
      </ConfirmQuestion>
    </Section>
  );
}
