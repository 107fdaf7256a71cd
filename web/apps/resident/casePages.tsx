import { MyCasePage as MyCase } from '#web/features/cases/MyCasePage.tsx';
import { MyCasesPage as MyCases } from '#web/features/cases/MyCasesPage.tsx';
import { ReportCasePage } from '#web/features/cases/ReportCasePage.tsx';
import { RatingPage as Rating } from '#web/features/cases/resident/RatingPage.tsx';
import { TrackCasePage } from '#web/features/cases/TrackCasePage.tsx';
import { useNavigate } from '#web/lib/router.ts';
import { residentPaths as paths } from './paths.ts';

/** Ways between the pages of my cases, in the addresses of this shell. */
export function useCaseWays() {
  const navigate = useNavigate();
  return {
    one: (caseId: string) => void navigate({ to: paths.myCase as never, params: { caseId } as never }),
    all: () => void navigate({ to: paths.myCases as never }),
    report: () => void navigate({ to: paths.report as never }),
    track: () => void navigate({ to: paths.track as never }),
  };
}

export function ReportPage() {
  const ways = useCaseWays();
  return <ReportCasePage onSee={(caseId) => (caseId ? ways.one(caseId) : ways.all())} />;
}

export function MyCasesPage() {
  const ways = useCaseWays();
  return <MyCases onOpen={ways.one} onReport={ways.report} onTrack={ways.track} />;
}

export function TrackPage() {
  return <TrackCasePage onBack />;
}

export function MyCasePage() {
  return <MyCase onCase={useCaseWays().one} />;
}

export function RatingPage() {
  return <Rating trackHref={`/m${paths.track}`} />;
}
