import { ExportButton } from '#web/features/imports/ExportButton.tsx';
import { ImportButton } from '#web/features/imports/ImportButton.tsx';
import { PersonsListPage } from '#web/features/people/PersonsListPage.tsx';
import { personsWords as words } from '#web/features/people/words.ts';

/** The register of residents with its ways in and out of Excel. */
export function ResidentsRegister() {
  return (
    <PersonsListPage
      exchange={(shown) => (
        <>
          <ImportButton register="residents" />
          <ExportButton register="residents" title={words.exportTitle} {...shown} />
        </>
      )}
    />
  );
}
