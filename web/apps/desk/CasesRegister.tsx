import { CasesListPage } from '#web/features/cases/CasesListPage.tsx';
import { deskWords as words } from '#web/features/cases/words.ts';
import { ExportButton } from '#web/features/imports/ExportButton.tsx';

/** The register of cases with its export. */
export function CasesRegister() {
  return (
    <CasesListPage
      exchange={(filter) => <ExportButton register="cases" title={words.register} filter={filter} />}
    />
  );
}
