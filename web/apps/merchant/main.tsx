import '#web/ui/base.css';
import { RouterProvider } from '@tanstack/react-router';
import { SignInGate } from '#web/features/identity/SignInGate.tsx';
import { keepContact } from '#web/lib/deviceContact.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { preparePhoneKit } from '#web/ui/phoneKit.ts';
import { createShellRouter } from '../createShellRouter.tsx';
import { startShell } from '../startShell.tsx';
import { MerchantShell } from './MerchantShell.tsx';
import { merchantPages } from './routes.tsx';
import { merchantWords as words } from './words.ts';

preparePhoneKit();
// Also without a session: a lost phone hears that it has to forget.
keepContact();
const router = createShellRouter({
  basepath: '/s',
  pages: merchantPages,
  frame: MerchantShell,
  unknownPage: () => <EmptyState action={<a href="/s">{words.toHome}</a>}>{words.unknown}</EmptyState>,
});
startShell(
  <SignInGate ways={['code']}>
    <RouterProvider router={router} />
  </SignInGate>,
  { name: 'merchant', path: '/s' },
);
