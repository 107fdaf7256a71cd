import './paste.css';
import { useState } from 'react';
import { CHAT_TEXT_MAX, readPaste } from '#contract/cases/paste.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { DraftCard } from './DraftCard.tsx';
import { pasteWords as words } from './words.ts';

/** A message or an exported group chat becomes cases that are filled in already; a person confirms each. */
export function PasteBody() {
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  const read = useCommand(readPaste, { touches: [] });
  const found = read.data;
  const takeFromClipboard = async () => {
    setRefused(false);
    // Browsers ask the person first, and some never allow it: then the field takes it by hand.
    const pasted = await navigator.clipboard.readText().catch(() => '');
    if (pasted.trim() === '') return setRefused(true);
    setText(pasted);
    read.mutate({ body: { text: pasted.slice(0, CHAT_TEXT_MAX) } });
  };
  return (
    <div className="jia-paste">
      <TextField
        label={words.label}
        help={words.help}
        rows={8}
        maxLength={CHAT_TEXT_MAX}
        value={text}
        error={refused ? words.byHand : undefined}
        onChange={setText}
      />
      <div className="jia-paste-verbs">
        <Button
          kind="primary"
          busy={read.isPending && words.reading}
          reason={text.trim() === '' ? words.label : undefined}
          onPress={() => read.mutate({ body: { text } })}
        >
          {words.read}
        </Button>
        <Button onPress={() => void takeFromClipboard()}>{words.clipboard}</Button>
      </div>
      {read.error && <Banner kind="error">{sentenceOf(read.error)}</Banner>}
      {found && (
        <Section title={found.drafts.length > 0 ? words.found(found.drafts.length) : words.none}>
          {found.drafts.map((draft) => (
            <DraftCard key={`${draft.when}${draft.original}`} draft={draft} />
          ))}
        </Section>
      )}
      {found && found.rest.length > 0 && (
        <Section title={words.rest(found.rest.length)}>
          <Sheet>
            <p className="jia-paste-words">{found.rest.map(({ raw }) => raw).join('')}</p>
          </Sheet>
        </Section>
      )}
    </div>
  );
}
