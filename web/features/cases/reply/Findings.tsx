import './reply.css';
import type { ReplyFinding } from '#contract/cases/replies/endpoints.ts';
import { replyReasonSentences } from '#contract/cases/replies/words.ts';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { useReplyCheck } from './useReplyCheck.ts';
import { replyWords as words } from './words.ts';

interface ReplyFindingsProps {
  caseId: string;
  text: string;
  /** Whom it advises: who writes, or who signs. */
  help?: string;
}

/** Advice below a reply, each with what to do. Nothing while it is empty or not looked at yet. */
export function ReplyFindings({ caseId, text, help = words.checkHelp }: ReplyFindingsProps) {
  const findings = useReplyCheck(caseId, text);
  return (
    <div className="jia-reply-check" aria-live="polite">
      {findings && (
        <>
          <p className="jia-reply-check-head">
            {words.check}
            <span className="jia-caption">{findings.length === 0 ? words.good : help}</span>
          </p>
          {findings.length > 0 && (
            <ul>
              {findings.map((finding) => (
                <Finding key={`${finding.reason}${finding.like}`} finding={finding} />
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}

function Finding({ finding: { reason, words: meant, like } }: { finding: ReplyFinding }) {
  const about = [...(like ? [words.like(like)] : []), ...(meant.length > 0 ? [words.meant(meant)] : [])];
  return (
    <li>
      <Icon name={reason === 'personal' ? 'square' : 'triangle'} size={14} />
      <span>
        {replyReasonSentences[reason]}
        {about.length > 0 && <span className="jia-reply-meant">{about.join('，')}</span>}
      </span>
    </li>
  );
}
