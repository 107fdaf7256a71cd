import { Button } from '#web/ui/Button/Button.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { reportWords as words } from '../words.ts';
import type { SentReport } from './useSending.ts';

interface ReportReceivedProps {
  title: string;
  sent: SentReport;
  onSee: (caseId: string | null) => void;
  onAnother: () => void;
}

/** What happened, and what comes next. */
export function ReportReceived({ title, sent, onSee, onAnother }: ReportReceivedProps) {
  return (
    <>
      <PageHeader title={title} onBack />
      <Sheet>
        <div className="jia-stack" role="status">
          <h2>{sent.kept ? words.kept : words.received(sent.received.number)}</h2>
          {!sent.kept && <p className="jia-text2">{words.receivedNext}</p>}
          <Button kind="primary" wide onPress={() => onSee(sent.kept ? null : sent.received.caseId)}>
            {words.see}
          </Button>
          <Button wide onPress={onAnother}>
            {words.another}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
