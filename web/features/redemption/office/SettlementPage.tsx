import '../redemption.css';
import { useState } from 'react';
import {
  answerAppeal,
  closeSettlement,
  getSettlement,
  readSheet,
  signSettlement,
} from '#contract/redemption/office.ts';
import type { SettlementDossier } from '#contract/redemption/records.ts';
import { addressOf } from '#web/lib/call.ts';
import { stamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Link, useParam } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { labels, monthName, yuan } from '../words.ts';
import { chips } from './SettlementsListPage.tsx';
import { settlementDeskWords as words } from './words.ts';

/** One frozen list: the merchant's word, the second signature, the payment, the lines drawn for the audit. */
export function SettlementPage() {
  const settlementId = useParam('settlementId');
  const { data, error, refetch } = useRead(getSettlement, { params: { settlementId } });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return <SettlementSheet file={data} />;
}

function SettlementSheet({ file }: { file: SettlementDossier }) {
  const [open, setOpen] = useState<'answer' | 'close' | null>(null);
  const sign = useCommand(signSettlement);
  const params = { settlementId: file.settlementId };
  return (
    <DeskPage
      title={`${file.merchantName} ${monthName(file.month)}`}
      figures={
        <>
          <Figure value={yuan(file.subsidyFen)} word={words.columns.subsidy} />
          <Figure value={file.count} word={words.columns.count} />
          <StatusChip status={chips[file.state]}>{labels.settlements[file.state]}</StatusChip>
        </>
      }
      actions={
        <>
          <Button icon="download" href={addressOf(readSheet, { params })}>
            {words.sheet}
          </Button>
          {file.can.answer === true && <Button onPress={() => setOpen('answer')}>{words.answerLabel}</Button>}
          {file.can.sign === true && (
            <Button
              kind="primary"
              busy={sign.isPending && words.signing}
              onPress={() => sign.mutate({ params, body: { version: file.version } })}
            >
              {words.sign}
            </Button>
          )}
          {file.can.close === true && (
            <Button kind="primary" onPress={() => setOpen('close')}>
              {words.close}
            </Button>
          )}
        </>
      }
    >
      {sign.error && <Banner kind="error">{sentenceOf(sign.error)}</Banner>}
      <Section title={words.facts}>
        <Sheet>
          <Facts facts={factsOf(file)} />
        </Sheet>
      </Section>
      <Lines file={file} />
      <Link to={'/settlements' as never} className="jia-settlement-back">
        {words.back}
      </Link>
      {open === 'answer' && <AnswerQuestion file={file} onClose={() => setOpen(null)} />}
      {open === 'close' && <CloseQuestion file={file} onClose={() => setOpen(null)} />}
    </DeskPage>
  );
}

/** Whose hands it went through, with what was said on the way. */
function factsOf({ hands, ...file }: SettlementDossier) {
  const facts: [string, string | null][] = [
    ...hands.map(({ deed, name, at }): [string, string] => [labels.deeds[deed], words.hand(name, stamp(at))]),
    [words.silentUntil, file.state === 'open' ? stamp(file.silentUntil) : null],
    [words.appeal, file.appeal],
    [words.answer, file.answer],
    [words.columns.payment, file.paymentReference],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function Lines({ file }: { file: SettlementDossier }) {
  const { lineColumns: heads } = words;
  return (
    <Section title={words.lines} aside={words.sampleNote}>
      <Sheet>
        <table className="jia-settlement-table">
          <thead>
            <tr>
              <th scope="col">{heads.at}</th>
              <th scope="col">{heads.title}</th>
              <th scope="col">{heads.points}</th>
              <th scope="col">{heads.subsidy}</th>
            </tr>
          </thead>
          <tbody>
            {file.lines.map((line) => (
              <tr key={line.redemptionId}>
                <td>{stamp(line.capturedAt)}</td>
                <td>
                  {line.title} {line.isSample && <Tag>{words.sample}</Tag>}
                </td>
                <td>{line.points}</td>
                <td>{yuan(line.subsidyFen)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {words.total(file.count)}
              </th>
              <td>{file.lines.reduce((sum, line) => sum + line.points, 0)}</td>
              <td>{yuan(file.subsidyFen)}</td>
            </tr>
          </tfoot>
        </table>
      </Sheet>
    </Section>
  );
}

interface QuestionProps {
  file: SettlementDossier;
  onClose: () => void;
}

function AnswerQuestion({ file, onClose }: QuestionProps) {
  const answer = useCommand(answerAppeal, { onDone: onClose });
  return (
    <WrittenQuestion
      question={words.answerLabel}
      yes={words.answerSend}
      no={words.notNow}
      label={words.answer}
      help={file.appeal}
      missing={words.missing}
      min={2}
      max={300}
      rows={3}
      problem={answer.error && sentenceOf(answer.error)}
      onYes={(text) =>
        answer.mutate({
          params: { settlementId: file.settlementId },
          body: { text, version: file.version },
        })
      }
      onNo={onClose}
    />
  );
}

function CloseQuestion({ file, onClose }: QuestionProps) {
  const close = useCommand(closeSettlement, { onDone: onClose });
  return (
    <WrittenQuestion
      question={words.closeQuestion}
      yes={words.close}
      no={words.notNow}
      label={words.reference}
      help={words.referenceHelp}
      missing={words.referenceMissing}
      min={2}
      max={60}
      problem={close.error && sentenceOf(close.error)}
      onYes={(reference) =>
        close.mutate({
          params: { settlementId: file.settlementId },
          body: { paymentReference: reference, version: file.version },
        })
      }
      onNo={onClose}
    />
  );
}
