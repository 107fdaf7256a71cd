import '../redemption.css';
import { useState } from 'react';
import {
  appealSettlement,
  confirmSettlement,
  getShopSettlement,
  readShopSheet,
} from '#contract/redemption/counter.ts';
import type { SettlementFile } from '#contract/redemption/records.ts';
import { addressOf } from '#web/lib/call.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { monthName, points, yuan } from '../words.ts';
import { monthWords as words } from './words.ts';

/** One month: what comes out of it, confirm or say what is wrong, the list line by line. */
export function MonthPage() {
  const settlementId = useParam('settlementId');
  const { data, error, refetch } = useRead(getShopSettlement, { params: { settlementId } });
  return (
    <>
      <PageHeader title={data ? monthName(data.month) : words.title} onBack />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} />}
      {data && <Month file={data} />}
    </>
  );
}

function Month({ file }: { file: SettlementFile }) {
  return (
    <>
      <Sheet>
        <Figure
          size="display"
          value={yuan(file.subsidyFen)}
          word={words.states[file.state]}
          note={words.total(file.count, file.points)}
        />
        {file.appeal && (
          <p>
            <span className="jia-text2">{words.yourAppeal} </span>
            {file.appeal}
          </p>
        )}
        {file.answer && (
          <p>
            <span className="jia-text2">{words.answer} </span>
            {file.answer}
          </p>
        )}
        {file.state === 'open' && <p className="jia-text2">{words.silent(moment(file.silentUntil))}</p>}
        {file.paymentReference && <p>{words.paid(file.paymentReference)}</p>}
      </Sheet>
      <Verbs file={file} />
      <Section title={words.lines}>
        <RowSheet>
          {file.lines.map((line) => (
            <ListRow
              key={line.redemptionId}
              title={line.title}
              note={`${moment(line.capturedAt)} · ${points(line.points)}`}
              trailing={<span className="jia-keep">{yuan(line.subsidyFen)}</span>}
            />
          ))}
        </RowSheet>
      </Section>
    </>
  );
}

function Verbs({ file }: { file: SettlementFile }) {
  const [isAppealing, setAppealing] = useState(false);
  const confirm = useCommand(confirmSettlement);
  const params = { settlementId: file.settlementId };
  return (
    <div className="jia-month-verbs">
      {confirm.error && <Banner kind="error">{sentenceOf(confirm.error)}</Banner>}
      {file.can.confirm === true && (
        <Button
          kind="primary"
          wide
          busy={confirm.isPending && words.confirming}
          onPress={() => confirm.mutate({ params, body: { version: file.version } })}
        >
          {words.confirm}
        </Button>
      )}
      {file.can.appeal === true && (
        <Button wide onPress={() => setAppealing(true)}>
          {words.appeal}
        </Button>
      )}
      <Button wide icon="download" href={addressOf(readShopSheet, { params })}>
        {words.sheet}
      </Button>
      {isAppealing && <AppealQuestion file={file} onClose={() => setAppealing(false)} />}
    </div>
  );
}

function AppealQuestion({ file, onClose }: { file: SettlementFile; onClose: () => void }) {
  const appeal = useCommand(appealSettlement, { onDone: onClose });
  return (
    <WrittenQuestion
      question={words.appealQuestion}
      yes={words.appealSend}
      no={words.appealNo}
      label={words.appealText}
      help={words.appealHelp}
      missing={words.appealShort}
      min={2}
      max={300}
      rows={3}
      problem={appeal.error && sentenceOf(appeal.error)}
      onYes={(text) =>
        appeal.mutate({
          params: { settlementId: file.settlementId },
          body: { text, version: file.version },
        })
      }
      onNo={onClose}
    />
  );
}
