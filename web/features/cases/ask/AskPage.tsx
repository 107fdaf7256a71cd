import '../cases.css';
import '../report/report.css';
import type { PublicCase } from '#contract/cases/publish/records.ts';
import { clock } from '#web/lib/formats.ts';
import { useMe } from '#web/lib/me.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { Foot } from '../formParts.tsx';
import { ReportReceived } from '../report/ReportReceived.tsx';
import { reportWords } from '../words.ts';
import { useAlike } from './useAlike.ts';
import { type AskType, useAsk } from './useAsk.ts';
import { askWords as words } from './words.ts';

/** 问政: a question or a suggestion to the street; what it answered before comes up while one types. */
export function AskPage({ onSee }: { onSee: (caseId: string | null) => void }) {
  const { data: me } = useMe();
  return me ? <Ask accountId={me.accountId} onSee={onSee} /> : null;
}

interface AskProps {
  accountId: string;
  onSee: (caseId: string | null) => void;
}

function Ask({ accountId, onSee }: AskProps) {
  const ask = useAsk(accountId);
  const { value, change, restored, discard, savedAt } = ask.draft;
  const alike = useAlike(value.text);
  if (ask.sent)
    return <ReportReceived title={words.title} sent={ask.sent} onSee={onSee} onAnother={ask.again} />;
  const isSuggestion = value.requestType === 'suggestion';
  return (
    <div className="jia-report-form">
      <PageHeader title={words.title} onBack />
      {ask.problem && <Banner kind="error">{ask.problem}</Banner>}
      {restored && (
        <Banner kind="notice" action={{ word: words.startOver, onPress: discard }}>
          {words.restored}
        </Banner>
      )}
      <Sheet>
        <div className="jia-stack">
          <ChoiceChips<AskType>
            label={words.about}
            choices={[
              { value: 'inquiry', word: words.choices.inquiry },
              { value: 'suggestion', word: words.choices.suggestion },
            ]}
            value={value.requestType}
            onChange={(requestType) => change({ ...value, requestType })}
          />
          <TextField
            label={isSuggestion ? words.suggestion : words.text}
            rows={4}
            maxLength={4000}
            placeholder={isSuggestion ? words.suggestionExample : words.example}
            value={value.text}
            onChange={(text) => change({ ...value, text })}
          />
        </div>
      </Sheet>
      <Alike found={alike} />
      <Tick isOn={value.hidden} onChange={(hidden) => change({ ...value, hidden })}>
        {words.hidden}
      </Tick>
      <Foot>
        <span className="jia-foot-note">
          <span>{words.promise}</span>
          {savedAt && <span className="jia-saved">{reportWords.saved(clock(savedAt))}</span>}
        </span>
        <Button kind="primary" wide busy={ask.isBusy && words.sending} onPress={ask.submit}>
          {words.send}
        </Button>
      </Foot>
    </div>
  );
}

function Alike({ found }: { found: readonly PublicCase[] }) {
  if (found.length === 0) return <p className="jia-caption">{words.alikeNone}</p>;
  return (
    <Section title={words.alike}>
      <RowSheet>
        {found.map(({ publicationId, title, done }) => (
          <ListRow key={publicationId} href={`/p/${publicationId}`} title={title} note={done} />
        ))}
      </RowSheet>
    </Section>
  );
}
