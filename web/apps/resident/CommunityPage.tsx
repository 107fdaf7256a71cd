import { CallsPanel } from '#web/features/calls/CallsPanel.tsx';
import { HelpPanel } from '#web/features/mutualhelp/HelpPanel.tsx';
import { TeamsEntry } from '#web/features/mutualhelp/TeamsEntry.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { residentWords as words } from './words.ts';

/** What neighbours do for each other and for the street. */
export function CommunityPage() {
  return (
    <>
      <PageHeader title={words.tabs.community} />
      <CallsPanel />
      <HelpPanel />
      <TeamsEntry />
    </>
  );
}
