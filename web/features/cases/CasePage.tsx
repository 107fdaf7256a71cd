import './cases.css';
import { getCase } from '#contract/cases/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { CaseBody, CaseVerbs, Slot } from './CaseView.tsx';
import { caseSlots } from './caseSlots.tsx';
import { caseWords as words } from './words.ts';

/** One case on the desk: what was said, what happened, what can be done now. */
export function CasePage() {
  const caseId = useParam('caseId');
  const { data, error, refetch } = useRead(getCase, { params: { caseId } });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return (
    <div className="jia-case">
      <div className="jia-case-main">
        <CaseBody record={data} />
      </div>
      <aside className="jia-case-side">
        <Section title={words.verbs}>
          <CaseVerbs record={data} />
        </Section>
        <Slot of={data} parts={caseSlots.side} />
      </aside>
    </div>
  );
}
