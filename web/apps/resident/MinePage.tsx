import { MyAccount } from '#web/features/identity/MyAccount.tsx';
import { MyDataEntry } from '#web/features/people/MyDataEntry.tsx';
import { useMe } from '#web/lib/me.ts';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { ResidentFooter } from './ResidentFooter.tsx';
import { residentWords as words } from './words.ts';

export function MinePage() {
  const { data: me } = useMe();
  return (
    <>
      <PageHeader title={words.tabs.mine} />
      {me && <MyDataEntry />}
      <MyAccount />
      {me && <ResidentFooter streetName={me.street.name} />}
    </>
  );
}
