import { useNavigate } from '#web/lib/router.ts';
import { residentPaths as paths } from './paths.ts';

/** Ways between the pages of my cases, in the addresses of this shell. */
export function useCaseWays() {
  const navigate = useNavigate();
  return {
    one: (caseId: string) => void navigate({ to: paths.myCase as never, params: { caseId } as never }),
    all: () => void navigate({ to: paths.myCases as never }),
    report: () => void navigate({ to: paths.report as never }),
    property: () => void navigate({ to: paths.property as never }),
    enterprise: () => void navigate({ to: paths.enterprise as never }),
    ask: () => void navigate({ to: paths.ask as never }),
    track: () => void navigate({ to: paths.track as never }),
  };
}
