import { ExportButton } from '#web/features/imports/ExportButton.tsx';
import { ImportButton } from '#web/features/imports/ImportButton.tsx';
import { OrganisationsListPage } from '#web/features/organisations/OrganisationsListPage.tsx';
import { organisationWords as words } from '#web/features/organisations/words.ts';

/** The register with the ways in and out of Excel beside it: two features, composed here. */
export function OrganisationsRegister() {
  return (
    <OrganisationsListPage
      exchange={(shown) => (
        <>
          <ImportButton register="organisations" />
          <ExportButton register="organisations" title={words.exportTitle} {...shown} />
        </>
      )}
    />
  );
}
