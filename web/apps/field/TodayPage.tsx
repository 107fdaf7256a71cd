import { TodayPage as Today } from '#web/features/cases/TodayPage.tsx';
import { useNavigate } from '#web/lib/router.ts';
import { fieldPaths as paths } from './paths.ts';

/** My cases of the day; each opens its handling. */
export function TodayPage() {
  const navigate = useNavigate();
  return (
    <Today onOpen={(caseId) => void navigate({ to: paths.case as never, params: { caseId } as never })} />
  );
}
