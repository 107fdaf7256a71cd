import '#web/ui/base.css';
import { CheckCertificatePage } from '#web/features/attendance/CheckCertificatePage.tsx';
import { HonoursPage } from '#web/features/attendance/HonoursPage.tsx';
import { PublicHoursNoticePage } from '#web/features/attendance/HoursNoticePages.tsx';
import { PublicCasePage } from '#web/features/cases/publish/PublicCasePage.tsx';
import { PublicCasesPage } from '#web/features/cases/publish/PublicCasesPage.tsx';
import { PersonasPage } from '#web/features/identity/PersonasPage.tsx';
import { startShell } from '../startShell.tsx';
import { EntryPage } from './EntryPage.tsx';

/** The few pages outside the shells: the doors, the people of the demo, and what is public. */
function pageAt(path: string) {
  if (path.startsWith('/demo')) return <PersonasPage />;
  const [first, publicationId, code] = path.split('/').filter(Boolean);
  if (first !== 'p') return <EntryPage />;
  if (publicationId === 'certificates') return <CheckCertificatePage code={code ?? ''} />;
  if (publicationId === 'honours') return <HonoursPage />;
  if (publicationId === 'hours') return <PublicHoursNoticePage />;
  return publicationId ? <PublicCasePage publicationId={publicationId} /> : <PublicCasesPage />;
}

startShell(pageAt(location.pathname));
