import { FieldCasesPage, TodayPage as Today } from '#web/features/cases/field/TodayPage.tsx';
import { useNavigate } from '#web/lib/router.ts';
import { fieldPaths as paths } from './paths.ts';

/** My cases of the day; each opens its handling. */
export function TodayPage() {
  const navigate = useNavigate();
  return (
    <Today
      onOpen={(caseId) => void navigate({ to: paths.case as never, params: { caseId } as never })}
      onFind={() => void navigate({ to: paths.find as never })}
      onChecks={() => void navigate({ to: paths.checks as never })}
      onQueue={() => void navigate({ to: paths.mine as never })}
    />
  );
}

/** 工单: all that is with my units. */
export function CasesPage() {
  const navigate = useNavigate();
  return (
    <FieldCasesPage
      onOpen={(caseId) => void navigate({ to: paths.case as never, params: { caseId } as never })}
    />
  );
}
