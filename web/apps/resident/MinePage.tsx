import { MyAccount } from '#web/features/identity/MyAccount.tsx';
import { useMe } from '#web/lib/me.ts';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { ResidentFooter } from './ResidentFooter.tsx';
import { residentWords as words } from './words.ts';

export function MinePage() {
  const { data: me } = useMe();
  return (
    <>
      <PageHeader title={words.tabs.mine} />
      <MyAccount />
      {me && <ResidentFooter streetName={me.street.name} />}
    </>
  );
}
