import { HoursLedgerPage } from '#web/features/attendance/office/HoursLedgerPage.tsx';
import { ledgerWords as words } from '#web/features/attendance/office/words.ts';
import { ExportButton } from '#web/features/imports/ExportButton.tsx';

/** The ledger of hours with the way out to Excel: two features, composed here. */
export function HoursRegister() {
  return (
    <HoursLedgerPage
      exchange={(shown) => <ExportButton register="hours" title={words.exportTitle} {...shown} />}
    />
  );
}
