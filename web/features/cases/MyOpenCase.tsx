import './cases.css';
import { listMyCases } from '#contract/cases/endpoints.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { isUnderWay, PlainChip, PlainEcho, promised, whoNow } from './plain.tsx';
import { homeCardWords as words } from './words.ts';

/** The card at home: my newest matter under way, and where it is. Nothing while there is none. */
export function MyOpenCase({ onOpen }: { onOpen: (caseId: string) => void }) {
  const { data } = useKeptRead(listMyCases, { query: { limit: 20 } });
  const open = data?.items.find(({ status }) => isUnderWay(status));
  if (!open) return null;
  return (
    <section className="jia-sheet jia-open-case">
      <div className="jia-progress-head">
        <h2>{open.title}</h2>
        <PlainChip status={open.status} />
        <p className="jia-text2">{[whoNow(open), promised(open)].filter(Boolean).join('，')}</p>
      </div>
      <PlainEcho status={open.status} />
      <Button kind="quiet" onPress={() => onOpen(open.caseId)}>
        {words.open}
      </Button>
    </section>
  );
}
