import { SignUpPage } from '#web/features/activities/SignUpPage.tsx';
import { residentPaths as paths } from './paths.ts';

/** One activity; who is missing among those to bring is added on the page of the family. */
export function ActivityPage() {
  return <SignUpPage familyPath={paths.family} />;
}
