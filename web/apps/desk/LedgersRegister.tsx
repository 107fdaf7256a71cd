import { ledgerLabels } from '#contract/cases/ledgers/words.ts';
import { LedgersPage } from '#web/features/cases/ledgers/LedgersPage.tsx';
import { ExportButton } from '#web/features/imports/ExportButton.tsx';

/** The five ledgers, each with its export. */
export function LedgersRegister() {
  return (
    <LedgersPage
      exchange={(ledger, shown) => (
        <ExportButton
          key={ledger}
          register={`case_${ledger}_ledger`}
          title={ledgerLabels[ledger]}
          {...shown}
        />
      )}
    />
  );
}
