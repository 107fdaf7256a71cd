import { ExportButton } from '#web/features/imports/ExportButton.tsx';
import { ImportButton } from '#web/features/imports/ImportButton.tsx';
import { AreasListPage } from '#web/features/territory/AreasListPage.tsx';
import { areasWords } from '#web/features/territory/words.ts';

/** The register of places with its import and export. */
export function AreasRegister() {
  return (
    <AreasListPage
      exchange={(filter) => (
        <>
          <ImportButton register="areas" />
          <ExportButton register="areas" title={areasWords.title} filter={filter} />
        </>
      )}
    />
  );
}
