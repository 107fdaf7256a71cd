import '#web/ui/base.css';
import { RouterProvider } from '@tanstack/react-router';
import { SignInGate } from '#web/features/identity/SignInGate.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { preparePhoneKit } from '#web/ui/phoneKit.ts';
import { createShellRouter } from '../createShellRouter.tsx';
import { PhoneShell } from '../PhoneShell.tsx';
import { startShell } from '../startShell.tsx';
import { residentPages, residentTabs } from './routes.tsx';
import { residentWords as words } from './words.ts';

preparePhoneKit();
const router = createShellRouter({
  basepath: '/m',
  pages: residentPages,
  frame: () => <PhoneShell tabs={residentTabs} />,
  unknownPage: () => <EmptyState action={<a href="/m">{words.toHome}</a>}>{words.unknown}</EmptyState>,
});
startShell(
  <SignInGate ways={['code']}>
    <RouterProvider router={router} />
  </SignInGate>,
  { name: 'resident', path: '/m' },
);
