import '#web/ui/base.css';
import { RouterProvider } from '@tanstack/react-router';
import { SignInGate } from '#web/features/identity/SignInGate.tsx';
import { pointsRulesPath } from '#web/features/points/pages.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { preparePhoneKit } from '#web/ui/phoneKit.ts';
import { createShellRouter } from '../createShellRouter.tsx';
import { startShell } from '../startShell.tsx';
import { residentPaths } from './paths.ts';
import { ResidentShell } from './ResidentShell.tsx';
import { residentPages } from './routes.tsx';
import { residentWords as words } from './words.ts';

preparePhoneKit();
const router = createShellRouter({
  basepath: '/m',
  pages: residentPages,
  frame: ResidentShell,
  unknownPage: () => <EmptyState action={<a href="/m">{words.toHome}</a>}>{words.unknown}</EmptyState>,
});
// Progress by number, what earns points and the link of a rating are for everybody, also without an account.
const isOpenToAll =
  [residentPaths.track, pointsRulesPath].some((path) => location.pathname === `/m${path}`) ||
  location.pathname.startsWith('/m/rate/');
const app = <RouterProvider router={router} />;
startShell(
  isOpenToAll ? (
    app
  ) : (
    <SignInGate ways={['code']} without={{ href: `/m${residentPaths.track}`, word: words.track }}>
      {app}
    </SignInGate>
  ),
  {
    name: 'resident',
    path: '/m',
  },
);
