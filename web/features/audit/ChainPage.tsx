import './audit.css';
import { listAuditHeads, verifyTrail } from '#contract/audit/endpoints.ts';
import type { AuditHead, ChainReport } from '#contract/audit/records.ts';
import { figure, stamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { auditWords, chainWords as words } from './words.ts';

/** Does the trail still agree with itself, and with what was published? */
export function ChainPage() {
  const heads = usePages(listAuditHeads);
  const verify = useCommand(verifyTrail, { touches: ['audit.list'] });
  return (
    <DeskPage
      title={auditWords.chainTitle}
      actions={
        <Button kind="primary" busy={verify.isPending && words.verifying} onPress={() => verify.mutate({})}>
          {words.verify}
        </Button>
      }
    >
      <p className="jia-trail-intro">{words.intro}</p>
      {verify.error && <Banner kind="error">{sentenceOf(verify.error)}</Banner>}
      {verify.data && <Report report={verify.data} />}
      <Section title={words.heads} aside={<a href={listAuditHeads.path}>{words.publicAt}</a>}>
        <RegisterTable
          name="audit-heads"
          rows={heads}
          rowKey={({ day }) => day}
          columns={columns}
          empty={<EmptyState>{words.headsNone}</EmptyState>}
        />
      </Section>
    </DeskPage>
  );
}

function Report({ report }: { report: ChainReport }) {
  const { brokenAt, checkedCount, headsChecked, unsealedCount, head } = report;
  if (brokenAt)
    return <Banner kind="error">{words.broken(brokenAt.seq, words.faults[brokenAt.reason])}</Banner>;
  return (
    <Sheet>
      <StatusChip status="done">{words.intact(figure(checkedCount), headsChecked)}</StatusChip>
      <Facts facts={[{ label: words.head, value: <code className="jia-trail-code">{head.hash}</code> }]} />
      {unsealedCount > 0 && <p className="jia-hint">{words.unsealed(unsealedCount)}</p>}
    </Sheet>
  );
}

const columns: readonly RegisterColumn<AuditHead>[] = [
  { key: 'day', title: words.columns.day, render: ({ day }) => day },
  { key: 'seq', title: words.columns.seq, align: 'end', render: ({ seq }) => figure(seq) },
  {
    key: 'hash',
    title: words.columns.hash,
    render: ({ hash }) => <code className="jia-trail-code">{hash}</code>,
  },
  { key: 'publishedAt', title: words.columns.publishedAt, render: ({ publishedAt }) => stamp(publishedAt) },
];
