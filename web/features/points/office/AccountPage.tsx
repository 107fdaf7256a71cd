import '../points.css';
import { type ReactNode, useState } from 'react';
import { getAccount, listStatement, reverseGrant } from '#contract/points/endpoints.ts';
import type { StatementLine } from '#contract/points/records.ts';
import { figure, moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages, useRead } from '#web/lib/query.ts';
import { Link, useParam } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { WrittenQuestion } from '#web/ui/WrittenQuestion/WrittenQuestion.tsx';
import { lastDay, signed, subjectOf } from '../lines.tsx';
import { deskWords, labels } from '../words.ts';
import { uncounted } from './rows.ts';

const words = deskWords.accounts;

/** One account with its statement, to read, print and take out; the shell brings the sheet. */
export function AccountPage({ exchange }: { exchange?: (accountId: string, who: string) => ReactNode }) {
  const accountId = useParam('accountId');
  const { data, error, refetch } = useRead(getAccount, { params: { accountId } });
  const lines = uncounted(usePages(listStatement, { params: { accountId }, query: { limit: 100 } }));
  const [asked, setAsked] = useState<StatementLine | null>(null);
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  const act: RegisterColumn<StatementLine> = {
    key: 'act',
    title: words.columns2.act,
    render: (line) =>
      line.kind === 'grant' &&
      !line.reversed && (
        <Button kind="quiet" small onPress={() => setAsked(line)}>
          {words.reverse}
        </Button>
      ),
  };
  const { facts } = words;
  return (
    <DeskPage
      title={data.who || labels.account[data.kind]}
      actions={
        <span className="jia-points-noprint">
          {exchange?.(accountId, data.who)}
          <Button small onPress={() => window.print()}>
            {words.print}
          </Button>
        </span>
      }
    >
      <div className="jia-points-desk-facts">
        <Sheet>
          <Facts
            facts={[
              { label: facts.balance, value: figure(data.balance) },
              { label: facts.available, value: figure(data.available) },
              { label: facts.held, value: figure(data.held) },
              ...(data.expiring
                ? [
                    {
                      label: facts.expiring,
                      value: `${figure(data.expiring.amount)} · ${lastDay(data.expiring.at)}`,
                    },
                  ]
                : []),
              ...(data.owed > 0 ? [{ label: facts.owed, value: figure(data.owed) }] : []),
            ]}
          />
        </Sheet>
      </div>
      <Section title={words.statement}>
        <RegisterTable
          name="points-statement"
          rows={lines}
          rowKey={({ lineId }) => lineId}
          columns={data.can.reverse === true ? [...columns, act] : columns}
          empty={<EmptyState>{words.none2}</EmptyState>}
        />
      </Section>
      <Link to={'/points-accounts' as never}>{words.back}</Link>
      {asked && <ReverseQuestion line={asked} onClose={() => setAsked(null)} />}
    </DeskPage>
  );
}

const columns: readonly RegisterColumn<StatementLine>[] = [
  { key: 'at', title: words.columns2.at, render: ({ at }) => moment(at) },
  { key: 'kind', title: words.columns2.kind, render: ({ kind }) => labels.kind[kind] },
  { key: 'title', title: words.columns2.title, render: (line) => subjectOf(line) },
  { key: 'amount', title: words.columns2.amount, align: 'end', render: ({ amount }) => signed(amount) },
  {
    key: 'balance',
    title: words.columns2.balance,
    align: 'end',
    render: ({ balance }) => (balance === null ? '' : figure(balance)),
  },
];

function ReverseQuestion({ line, onClose }: { line: StatementLine; onClose: () => void }) {
  const reverse = useCommand(reverseGrant, { onDone: onClose });
  return (
    <WrittenQuestion
      question={words.reverseQuestion}
      yes={words.reverse}
      no={words.keep}
      label={words.reason}
      missing={words.reasonMissing}
      max={200}
      problem={reverse.error && sentenceOf(reverse.error)}
      onYes={(reason) => reverse.mutate({ params: { transferId: line.lineId }, body: { reason } })}
      onNo={onClose}
    />
  );
}
