import './review.css';
import { useState } from 'react';
import type { CaseRecord } from '#contract/cases/records.ts';
import { verifySignatures } from '#contract/cases/review/endpoints.ts';
import type { VerifiedSignature } from '#contract/cases/review/records.ts';
import { moment, stamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { reviewWords, verifyWords as words } from './words.ts';

/** 验签名: whether what each level signed is still what stands here, in plain words; asked for, not always. */
export function SignatureCheck({ record }: { record: CaseRecord }) {
  const [isOpen, setOpen] = useState(false);
  if (record.signatures.length === 0) return null;
  return (
    <Section title={words.title}>
      <Sheet>
        {isOpen ? (
          <Checked caseId={record.caseId} />
        ) : (
          <div className="jia-signature-check">
            <p className="jia-caption">{words.help}</p>
            <Button small onPress={() => setOpen(true)}>
              {words.run}
            </Button>
          </div>
        )}
      </Sheet>
    </Section>
  );
}

function Checked({ caseId }: { caseId: string }) {
  const { data, error } = useRead(verifySignatures, { params: { caseId } });
  if (error) return <Banner kind="error">{sentenceOf(error)}</Banner>;
  if (!data) return <p className="jia-caption">{words.running}</p>;
  const wrong = data.signatures.filter(({ verdict }) => verdict !== 'fits').length;
  return (
    <div className="jia-signature-check">
      <p>{wrong === 0 ? words.allFit(data.signatures.length) : words.some(wrong)}</p>
      <ul>
        {data.signatures.map((one) => (
          <Signature key={`${one.round}.${one.level}`} of={one} />
        ))}
      </ul>
      <p className="jia-caption">{words.checkedAt(moment(data.checkedAt))}</p>
    </div>
  );
}

function Signature({ of }: { of: VerifiedSignature }) {
  const notes = [
    ...of.faults.map((fault) => words.faults[fault]),
    ...of.later.map((one) => words.later[one]),
  ];
  return (
    <li>
      <div className="jia-signature-head">
        <span>
          <strong>{of.signer}</strong>
          {of.onBehalfOf && ` · ${reviewWords.onBehalf(of.onBehalfOf)}`}
        </span>
        <StatusChip status={of.verdict === 'fits' ? 'done' : of.verdict === 'unkept' ? 'paused' : 'overdue'}>
          {words.verdicts[of.verdict]}
        </StatusChip>
      </div>
      <p className="jia-caption">
        {[words.nth(of.round, of.level), stamp(of.at), words.digest(of.digest)].join(' · ')}
      </p>
      {notes.length > 0 && <p>{notes.join('；')}</p>}
    </li>
  );
}
