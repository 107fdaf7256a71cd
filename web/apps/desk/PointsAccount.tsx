import { ExportButton } from '#web/features/imports/ExportButton.tsx';
import { AccountPage } from '#web/features/points/office/AccountPage.tsx';
import { deskWords } from '#web/features/points/words.ts';

/** One account of points; its sheet belongs to another feature. */
export function PointsAccount() {
  return (
    <AccountPage
      exchange={(accountId, who) => (
        <ExportButton
          register="points_statement"
          title={deskWords.accounts.exportTitle}
          filter={{ accountId }}
          filterText={who}
        />
      )}
    />
  );
}
