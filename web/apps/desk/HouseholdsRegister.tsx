import { ExportButton } from '#web/features/imports/ExportButton.tsx';
import { ImportButton } from '#web/features/imports/ImportButton.tsx';
import { HouseholdsListPage } from '#web/features/people/HouseholdsListPage.tsx';
import { householdsWords as words } from '#web/features/people/words.ts';

/** The register of homes; its sheet comes in with the residents. */
export function HouseholdsRegister() {
  return (
    <HouseholdsListPage
      exchange={(shown) => (
        <>
          <ImportButton register="residents" />
          <ExportButton register="households" title={words.exportTitle} {...shown} />
        </>
      )}
    />
  );
}
