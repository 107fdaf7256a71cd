import '#web/ui/base.css';
import { PersonasPage } from '#web/features/identity/PersonasPage.tsx';
import { startShell } from '../startShell.tsx';
import { EntryPage } from './EntryPage.tsx';

startShell(location.pathname.startsWith('/demo') ? <PersonasPage /> : <EntryPage />);
