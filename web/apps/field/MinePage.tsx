import { MyAccount } from '#web/features/identity/MyAccount.tsx';
import { WaitingCommands } from '#web/features/identity/WaitingCommands.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { fieldWords as words } from './words.ts';

export function MinePage() {
  return (
    <>
      <PageHeader title={words.tabs.mine} />
      <WaitingCommands />
      <MyAccount />
    </>
  );
}
