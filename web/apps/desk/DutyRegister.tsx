import { DirectoryPage } from '#web/features/cases/duty/DirectoryPage.tsx';
import { DutyListPage } from '#web/features/cases/duty/DutyListPage.tsx';
import { directoryWords, dutyWords } from '#web/features/cases/duty/words.ts';
import { ExportButton } from '#web/features/imports/ExportButton.tsx';
import { ImportButton } from '#web/features/imports/ImportButton.tsx';

/** The duty list with the ways in and out of Excel beside it: two features, composed here. */
export function DutyRegister() {
  return (
    <DutyListPage
      exchange={(shown) => (
        <>
          <ImportButton register="duty_items" />
          <ExportButton register="duty_items" title={dutyWords.exportTitle} {...shown} />
        </>
      )}
    />
  );
}

/** The dispatch directory, likewise. */
export function DirectoryRegister() {
  return (
    <DirectoryPage
      exchange={(shown) => (
        <>
          <ImportButton register="dispatch_directory" />
          <ExportButton register="dispatch_directory" title={directoryWords.exportTitle} {...shown} />
        </>
      )}
    />
  );
}
