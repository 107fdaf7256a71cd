import '#web/ui/base.css';
import { RouterProvider } from '@tanstack/react-router';
import { SignInGate } from '#web/features/identity/SignInGate.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { createShellRouter } from '../createShellRouter.tsx';
import { startShell } from '../startShell.tsx';
import { DeskShell } from './DeskShell.tsx';
import { deskPages } from './routes.tsx';
import { deskWords as words } from './words.ts';

const router = createShellRouter({
  basepath: '/a',
  pages: deskPages,
  frame: DeskShell,
  unknownPage: () => <EmptyState action={<a href="/a">{words.toHome}</a>}>{words.unknown}</EmptyState>,
});
startShell(
  <SignInGate ways={['password']}>
    <RouterProvider router={router} />
  </SignInGate>,
  { name: 'desk', path: '/a' },
);
