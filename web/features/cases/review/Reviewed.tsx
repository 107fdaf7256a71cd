import { getCase } from '#contract/cases/endpoints.ts';
import type { CaseRecord } from '#contract/cases/records.ts';
import { getReview } from '#contract/cases/review/endpoints.ts';
import { moment } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { Link } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { CaseTimeline, Original } from '../caseParts.tsx';
import { Lamp } from '../lamp.tsx';
import { ReplyFindings } from '../reply/Findings.tsx';
import { replyWords } from '../reply/words.ts';
import { labels } from '../words.ts';
import { AnswerDiff } from './AnswerDiff.tsx';
import { Decide } from './Decide.tsx';
import { SignatureCheck } from './SignatureCheck.tsx';
import { Instructions, SignatureLine } from './SignatureLine.tsx';
import { reviewWords as words } from './words.ts';

interface ReviewedProps {
  caseId: string;
  onDone: (sentence: string) => void;
}

/** One result before its signature: what is said, what was changed, what was done. */
export function Reviewed({ caseId, onDone }: ReviewedProps) {
  const record = useRead(getCase, { params: { caseId } });
  const sheet = useRead(getReview, { params: { caseId } });
  const error = record.error ?? sheet.error;
  if (error && !(record.data && sheet.data))
    return <Failed error={error} onRetry={() => void Promise.all([record.refetch(), sheet.refetch()])} />;
  if (!record.data || !sheet.data) return <Loading rows={8} />;
  const told = sheet.data.toldFirst;
  return (
    <div className="jia-review-case">
      <ReviewedHead record={record.data} />
      {told && !told.completedAt && (
        <Banner kind="notice">{words.toldAt(told.by, moment(told.at), told.reason)}</Banner>
      )}
      <Sheet>
        <SignatureLine record={record.data} sheet={sheet.data} />
      </Sheet>
      <AnswerDiff record={record.data} sheet={sheet.data} />
      {record.data.status === 'under_review' && (
        <ReplyFindings caseId={caseId} text={record.data.result ?? ''} help={replyWords.reviewHelp} />
      )}
      <Instructions record={record.data} />
      <Original record={record.data} />
      <CaseTimeline record={record.data} />
      <SignatureCheck record={record.data} />
      <Decide key={record.data.version} record={record.data} onDone={onDone} />
    </div>
  );
}

function ReviewedHead({ record }: { record: CaseRecord }) {
  return (
    <header className="jia-case-head">
      <div className="jia-case-title">
        <h2>{record.title}</h2>
        <Tag>{labels.kind[record.kind]}</Tag>
        <Lamp of={record} />
      </div>
      <p className="jia-caption">
        {[record.number, record.placeText || record.area?.name, record.lead?.name]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Link to="/cases/$caseId" params={{ caseId: record.caseId } as never} className="jia-review-all">
        {words.openCase}
      </Link>
    </header>
  );
}
