import type { CaseRecord } from '#contract/cases/records.ts';
import { PrintTicked } from './PrintTicked.tsx';

/** On the page of a case: its own sheet. */
export function PrintOne({ record }: { record: CaseRecord }) {
  return <PrintTicked ids={[record.caseId]} />;
}
