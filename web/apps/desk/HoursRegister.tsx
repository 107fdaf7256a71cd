import { HoursLedgerPage } from '#web/features/attendance/HoursLedgerPage.tsx';
import { ledgerWords as words } from '#web/features/attendance/words.ts';
import { ExportButton } from '#web/features/imports/ExportButton.tsx';

/** The ledger of hours with the way out to Excel: two features, composed here. */
export function HoursRegister() {
  return (
    <HoursLedgerPage
      exchange={(shown) => <ExportButton register="hours" title={words.exportTitle} {...shown} />}
    />
  );
}
