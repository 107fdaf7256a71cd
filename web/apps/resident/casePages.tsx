import type { ReportedKind } from '#contract/cases/resident/codes.ts';
import { AskPage as Ask } from '#web/features/cases/ask/AskPage.tsx';
import { MyCasePage as MyCase } from '#web/features/cases/MyCasePage.tsx';
import { MyCasesPage as MyCases } from '#web/features/cases/MyCasesPage.tsx';
import { ReportCasePage } from '#web/features/cases/report/ReportCasePage.tsx';
import { RatingPage as Rating } from '#web/features/cases/resident/RatingPage.tsx';
import { TrackCasePage } from '#web/features/cases/TrackCasePage.tsx';
import { useCaseWays } from './caseWays.ts';
import { residentPaths as paths } from './paths.ts';

function Report({ kind }: { kind: ReportedKind }) {
  const ways = useCaseWays();
  return <ReportCasePage kind={kind} onSee={(caseId) => (caseId ? ways.one(caseId) : ways.all())} />;
}

export const ReportPage = () => <Report kind="resident_report" />;
export const PropertyRequestPage = () => <Report kind="property_request" />;
export const EnterpriseDemandPage = () => <Report kind="enterprise_demand" />;

export function AskPage() {
  const ways = useCaseWays();
  return <Ask onSee={(caseId) => (caseId ? ways.one(caseId) : ways.all())} />;
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
