import './audit.css';
import { useState } from 'react';
import { listAuditEvents } from '#contract/audit/endpoints.ts';
import type { AuditEvent } from '#contract/audit/records.ts';
import { usePages } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { AuditEventDrawer } from './AuditEventDrawer.tsx';
import { ExportTrailForm } from './ExportTrailForm.tsx';
import { actorPart, fromDay, nounPart, periodPart, trailColumns } from './trail.tsx';
import { auditWords as words } from './words.ts';

/** Who did what, when, to which record: newest first. */
export function AuditListPage() {
  const [filters, setFilters] = useFilters();
  const [opened, setOpened] = useState<AuditEvent | null>(null);
  const [isExporting, setExporting] = useState(false);
  const { noun, period, actor } = filters;
  const from = fromDay(period);
  const query = { ...(noun ? { name: noun } : {}), ...(from ? { from } : {}), ...(actor ? { actor } : {}) };
  const rows = usePages(listAuditEvents, { query });
  return (
    <DeskPage title={words.title}>
      <RegisterTable
        name="audit"
        rows={rows}
        rowKey={({ eventId }) => eventId}
        columns={trailColumns(setOpened)}
        selectedKey={opened?.eventId}
        empty={<EmptyState>{words.none}</EmptyState>}
        actions={
          <Button small icon="download" onPress={() => setExporting(true)}>
            {words.export}
          </Button>
        }
        filters={
          <FilterSentence values={filters} onChange={setFilters} parts={[nounPart, periodPart, actorPart]} />
        }
      />
      {opened && <AuditEventDrawer event={opened} onClose={() => setOpened(null)} />}
      {isExporting && <ExportTrailForm query={query} onClose={() => setExporting(false)} />}
    </DeskPage>
  );
}
