import { MyAccount } from '#web/features/identity/MyAccount.tsx';
import { WaitingCommands } from '#web/features/identity/WaitingCommands.tsx';
import { ShopCard } from '#web/features/redemption/counter/ShopCard.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { merchantWords as words } from './words.ts';

export function MinePage() {
  return (
    <>
      <PageHeader title={words.tabs.mine} />
      <ShopCard />
      <WaitingCommands />
      <MyAccount />
    </>
  );
}
