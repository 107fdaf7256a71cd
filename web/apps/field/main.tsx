import '#web/ui/base.css';
import { RouterProvider } from '@tanstack/react-router';
import { SignInGate } from '#web/features/identity/SignInGate.tsx';
import { keepContact } from '#web/lib/deviceContact.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { preparePhoneKit } from '#web/ui/phoneKit.ts';
import { createShellRouter } from '../createShellRouter.tsx';
import { startShell } from '../startShell.tsx';
import { FieldShell } from './FieldShell.tsx';
import { fieldPages } from './routes.tsx';
import { fieldWords as words } from './words.ts';

preparePhoneKit();
// Also without a session: a lost phone hears that it has to forget.
keepContact();
const router = createShellRouter({
  basepath: '/g',
  pages: fieldPages,
  frame: FieldShell,
  unknownPage: () => <EmptyState action={<a href="/g">{words.toHome}</a>}>{words.unknown}</EmptyState>,
});
startShell(
  <SignInGate ways={['code', 'password']}>
    <RouterProvider router={router} />
  </SignInGate>,
  { name: 'field', path: '/g' },
);
