import { useState } from 'react';
import type { CaseRecord, CaseVerb } from '#contract/cases/records.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { clock, stamp } from '#web/lib/formats.ts';
import { useOnline } from '#web/lib/online.ts';
import { type Outbox, useOutbox } from '#web/lib/outbox.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import type { Waiting } from '#web/lib/store.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { say } from '#web/ui/say.ts';
import { verbLabel } from '../verbForms.ts';
import { labels } from '../words.ts';
import { refusedWords, fieldWords as words } from './words.ts';

interface QueuedDeedsProps {
  accountId: string;
  /** As the server has it now. */
  record: CaseRecord;
}

/** What waits on this phone for one case: greyed, in order; and what was refused, with its story. */
export function QueuedDeeds({ accountId, record }: QueuedDeedsProps) {
  const outbox = deviceOutbox(accountId);
  const { waiting, refused } = useOutbox(outbox);
  const own = ({ subject }: Waiting) => subject === record.caseId;
  const mine = waiting.filter(own);
  return (
    <>
      {refused.filter(own).map((command) => (
        <RefusedDeed key={command.sequence} command={command} outbox={outbox} record={record} />
      ))}
      {mine.length > 0 && (
        <Section title={words.queue} aside={words.queueHelp}>
          <ol className="jia-queued">
            {mine.map((command) => (
              <li key={command.sequence}>
                <Icon name="offline" size={16} />
                <span>{deedName(command)}</span>
                <span className="jia-caption">{clock(new Date(command.givenAt))}</span>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

const deedName = ({ deed, label }: Waiting): string =>
  deed && deed in labels.step ? verbLabel(deed as CaseVerb) : label;

interface RefusedDeedProps {
  command: Waiting;
  outbox: Outbox;
  record: CaseRecord | null;
}

/** Who did what meanwhile, what was typed, and what the person may do with it. */
export function RefusedDeed({ command, outbox, record }: RefusedDeedProps) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isOnline = useOnline();
  const typed = typedIn(command);
  const photos = command.files?.length ?? 0;
  const may = record && command.deed ? record.can[command.deed as CaseVerb] : undefined;
  const again = async () => {
    setBusy(true);
    await outbox.again(command.sequence, record?.version ?? 1);
    await refresh(queryClient, ['cases']);
    setBusy(false);
  };
  const copy = () => void navigator.clipboard.writeText(typed).then(() => say(refusedWords.copied));
  return (
    <section className="jia-refused" role="alert">
      <h2>{refusedWords.title(deedName(command))}</h2>
      <Story command={command} />
      {typed && (
        <blockquote>
          <p className="jia-caption">{refusedWords.typed}</p>
          {typed}
        </blockquote>
      )}
      {photos > 0 && <p className="jia-caption">{refusedWords.photos(photos)}</p>}
      {record && may !== true && <p>{refusedWords.cannot}</p>}
      <div className="jia-verbs">
        {typed && (
          <Button small icon="clipboard" onPress={copy}>
            {refusedWords.copy}
          </Button>
        )}
        {may === true && (
          <Button
            small
            kind="primary"
            busy={isBusy && refusedWords.againBusy}
            reason={isOnline ? undefined : refusedWords.offline}
            onPress={() => void again()}
          >
            {refusedWords.again}
          </Button>
        )}
        <Button small kind="quiet" onPress={() => setAsking(true)}>
          {refusedWords.drop}
        </Button>
      </div>
      <ConfirmQuestion
        isOpen={isAsking}
        question={refusedWords.dropQuestion}
        yes={refusedWords.drop}
        no={refusedWords.dropNo}
        onNo={() => setAsking(false)}
        onYes={() => {
          setAsking(false);
          void outbox.drop(command.sequence).then(() => outbox.flush());
        }}
      />
    </section>
  );
}

/** The sentence of the server, and the steps of others that came before. */
function Story({ command: { problem } }: { command: Waiting }) {
  const meanwhile = stepsIn(problem?.details?.meanwhile);
  if (meanwhile.length === 0) return <p>{problem?.detail}</p>;
  return (
    <>
      <p>{refusedWords.meanwhile}</p>
      <ul>
        {meanwhile.map(({ at, by, name, note }) => (
          <li key={`${at} ${name}`}>
            {refusedWords.line(stamp(at), by === 'system' ? refusedWords.somebody : by, stepName(name))}
            {note && <span className="jia-text2">：{note}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

interface OtherStep {
  at: string;
  by: string;
  name: string;
  note: string | null;
}

const stepsIn = (told: unknown): OtherStep[] => (Array.isArray(told) ? (told as OtherStep[]) : []);
const stepName = (name: string): string => (labels.step as Record<string, string>)[name] ?? name;

/** The words of the person, whatever the deed calls them. */
function typedIn({ body }: Waiting): string {
  const said = JSON.parse(body) as Record<string, unknown>;
  return ['result', 'settled', 'note', 'reason', 'text']
    .map((key) => said[key])
    .filter((each): each is string => typeof each === 'string' && each !== '')
    .join('\n');
}
