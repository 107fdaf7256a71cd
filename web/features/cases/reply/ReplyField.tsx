import './reply.css';
import type { CaseRecord } from '#contract/cases/records.ts';
import { replyCharactersMax } from '#contract/cases/replies/endpoints.ts';
import type { ReplyOutcome } from '#contract/cases/replies/outcomes.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { DraftOffer } from './DraftOffer.tsx';
import { ReplyFindings } from './Findings.tsx';
import { replyWords as words } from './words.ts';

interface ReplyFieldProps {
  caseId: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  error?: string | undefined;
  placeholder?: string;
  optional?: boolean;
  rows?: number;
  max?: number;
  /** Which ends are offered as drafts; none where a draft has no place. */
  outcomes?: readonly ReplyOutcome[];
  record?: CaseRecord;
}

/** The words that go to the requester: drafted with one tap, checked while they are typed. */
export function ReplyField({
  caseId,
  outcomes,
  record,
  max = replyCharactersMax,
  ...field
}: ReplyFieldProps) {
  const { value, onChange, help, error, rows = 5 } = field;
  // What a paste brought beyond the end is gone: that is no hint.
  const full = value.length >= max ? words.full(max) : undefined;
  const room = roomIn(value, max) ?? help;
  return (
    <div className="jia-reply">
      <TextField
        {...field}
        rows={rows}
        maxLength={max}
        error={error ?? full}
        {...(room ? { help: room } : {})}
      />
      <ReplyFindings caseId={caseId} text={value} />
      {outcomes?.length !== 0 && (
        <DraftOffer
          caseId={caseId}
          text={value}
          record={record}
          onChange={(text) => onChange(text.slice(0, max))}
          {...(outcomes ? { outcomes } : {})}
        />
      )}
    </div>
  );
}

/** Told before the field is full. */
const roomIn = ({ length }: string, max: number): string | null =>
  max - length <= 200 ? words.room(max - length) : null;
