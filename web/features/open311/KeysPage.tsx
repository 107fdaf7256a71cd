import { useState } from 'react';
import { listKeys } from '#contract/open311/endpoints.ts';
import type { Open311Key } from '#contract/open311/records.ts';
import { stamp } from '#web/lib/formats.ts';
import { usePages, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Facts, Section, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { MakeKeyForm } from './MakeKeyForm.tsx';
import { RevokeKeyQuestion } from './RevokeKeyQuestion.tsx';
import { open311Words as words } from './words.ts';

/** Which programs may hand in reports, and what each is told about this street. */
export function KeysPage() {
  const [isMaking, setMaking] = useState(false);
  const [revoked, setRevoked] = useState<Open311Key | null>(null);
  const rows = usePages(listKeys);
  const act: RegisterColumn<Open311Key> = {
    key: 'act',
    title: words.columns.act,
    render: (key) =>
      key.can.revoke === true && (
        <Button kind="quiet" small onPress={() => setRevoked(key)}>
          {words.revoke}
        </Button>
      ),
  };
  return (
    <DeskPage
      title={words.title}
      actions={
        <Button kind="primary" onPress={() => setMaking(true)}>
          {words.make}
        </Button>
      }
    >
      <p className="jia-hint">{words.explain}</p>
      <ForPrograms />
      <RegisterTable
        name="open311-keys"
        rows={rows}
        rowKey={({ keyId }) => keyId}
        columns={[...columns, act]}
        empty={<EmptyState>{words.none}</EmptyState>}
      />
      {isMaking && <MakeKeyForm onClose={() => setMaking(false)} />}
      {revoked && <RevokeKeyQuestion apiKey={revoked} onClose={() => setRevoked(null)} />}
    </DeskPage>
  );
}

/** The two things that whoever runs the program enters there. */
function ForPrograms() {
  const { data } = useRead(listKeys);
  if (!data) return null;
  const address = `${location.origin}${data.address}`;
  return (
    <Section title={words.factsTitle}>
      <Sheet>
        <Facts
          facts={[
            { label: words.address, value: <a href={`${address}/discovery.xml`}>{address}</a> },
            { label: words.jurisdiction, value: words.jurisdictionValue(data.jurisdictionId) },
          ]}
        />
      </Sheet>
    </Section>
  );
}

const columns: readonly RegisterColumn<Open311Key>[] = [
  { key: 'name', title: words.columns.name, render: ({ name }) => name },
  {
    key: 'made',
    title: words.columns.made,
    render: ({ madeAt, madeBy }) => words.madeBy(stamp(madeAt), madeBy),
  },
  {
    key: 'lastUsed',
    title: words.columns.lastUsed,
    render: ({ lastUsedAt }) => (lastUsedAt ? stamp(lastUsedAt) : words.never),
  },
  { key: 'count', title: words.columns.count, render: ({ requestCount }) => words.pieces(requestCount) },
  {
    key: 'state',
    title: words.columns.state,
    render: ({ revokedAt, revokedBy }) => (
      <StatusChip status={revokedAt ? 'paused' : 'done'}>
        {revokedAt ? words.revoked(stamp(revokedAt), revokedBy ?? '') : words.valid}
      </StatusChip>
    ),
  },
];
