import './audit.css';
import { useState } from 'react';
import { listAuditEvents } from '#contract/audit/endpoints.ts';
import type { AuditEvent } from '#contract/audit/records.ts';
import { usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { AuditEventDrawer } from './AuditEventDrawer.tsx';
import { actorPart, fromDay, periodPart, trailColumns } from './trail.tsx';
import { auditWords as words } from './words.ts';

/** The access log that the law asks for: who looked at whose data, and what for. */
export function PersonalAccessPage() {
  const [filters, setFilters] = useFilters();
  const [opened, setOpened] = useState<AuditEvent | null>(null);
  const from = fromDay(filters.period);
  const rows = usePages(listAuditEvents, {
    query: {
      personalData: true,
      ...(from ? { from } : {}),
      ...(filters.actor ? { actor: filters.actor } : {}),
    },
  });
  const columns: readonly RegisterColumn<AuditEvent>[] = [
    ...trailColumns(setOpened),
    { key: 'purpose', title: words.columns.purpose, render: purposeOf },
  ];
  return (
    <DeskPage title={words.accessTitle}>
      <Banner kind="notice">{words.accessIntro}</Banner>
      <RegisterTable
        name="audit-access"
        rows={rows}
        rowKey={({ eventId }) => eventId}
        columns={columns}
        selectedKey={opened?.eventId}
        empty={<EmptyState>{words.none}</EmptyState>}
        filters={<FilterSentence values={filters} onChange={setFilters} parts={[periodPart, actorPart]} />}
      />
      {opened && <AuditEventDrawer event={opened} onClose={() => setOpened(null)} />}
    </DeskPage>
  );
}

function purposeOf({ data }: AuditEvent): string {
  const said = data.note ?? data.purpose ?? data.reason;
  return typeof said === 'string' ? said : '';
}
