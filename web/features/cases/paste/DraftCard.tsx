import { useState } from 'react';
import { urgencies } from '#contract/cases/codes.ts';
import { listMatters } from '#contract/cases/endpoints.ts';
import { openPasted, type PasteDraft } from '#contract/cases/paste.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Link } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { MatterSearch } from '../field/MatterSearch.tsx';
import { labels } from '../words.ts';
import { DraftNotices } from './DraftNotices.tsx';
import { pasteWords as words } from './words.ts';

const urgencyChoices = urgencies.map((value) => ({ value, word: labels.urgency[value] }));

/** One thing that somebody said: everything filled in, one press to take it up, and the answer to copy back. */
export function DraftCard({ draft }: { draft: PasteDraft }) {
  const [title, setTitle] = useState(draft.title);
  const [placeText, setPlaceText] = useState(draft.placeText);
  const [who, setWho] = useState(draft.who ?? '');
  const [phone, setPhone] = useState(draft.phones[0] ?? '');
  const [matterCode, setMatterCode] = useState(draft.matters[0]?.code ?? null);
  const [urgency, setUrgency] = useState(draft.urgency);
  const open = useCommand(openPasted, { touches: ['cases'] });
  const matters = useRead(listMatters).data?.items ?? [];
  if (open.data) return <Opened opened={open.data} />;
  return (
    <Sheet>
      <div className="jia-paste-draft">
        <DraftNotices draft={draft} />
        <p className="jia-paste-words">{draft.original}</p>
        <div className="jia-paste-pair">
          <TextField label={words.caseTitle} maxLength={80} value={title} onChange={setTitle} />
          <TextField
            label={words.place}
            optional
            maxLength={200}
            value={placeText}
            onChange={setPlaceText}
            help={draft.place ? words.placed(draft.place.name) : words.unplaced}
          />
          <TextField label={words.who} optional maxLength={40} value={who} onChange={setWho} />
          <TextField label={words.phone} optional maxLength={20} value={phone} onChange={setPhone} />
        </div>
        <MatterSearch
          matters={matters}
          frequent={draft.matters.map(({ code }) => code)}
          value={matterCode}
          onChange={setMatterCode}
        />
        <ChoiceChips
          label={words.urgency}
          choices={urgencyChoices}
          value={urgency}
          onChange={(next) => setUrgency(next)}
        />
        {open.error && <Banner kind="error">{sentenceOf(open.error)}</Banner>}
        <div>
          <Button
            kind="primary"
            busy={open.isPending && words.opening}
            reason={draft.openedAs ? words.known(draft.openedAs.number) : undefined}
            onPress={() =>
              open.mutate({
                body: {
                  title: title.trim(),
                  text: draft.text.slice(0, 4000),
                  original: draft.original,
                  matterCode,
                  areaId: draft.place?.areaId ?? null,
                  placeText: placeText.trim(),
                  urgency,
                  requester: requesterOf(who.trim(), phone.trim()),
                },
              })
            }
          >
            {words.open}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** A number without a name is somebody to call back. */
function requesterOf(name: string, phone: string) {
  if (!name && !phone) return null;
  return { name: name || words.nameless, phone: phone || null };
}

interface OpenedProps {
  opened: { case: { caseId: string; number: string }; reply: string };
}

function Opened({ opened: { case: made, reply } }: OpenedProps) {
  const [copied, setCopied] = useState(false);
  return (
    <Sheet>
      <div className="jia-paste-draft">
        <Link to="/cases/$caseId" params={{ caseId: made.caseId }}>
          {words.opened(made.number)}
        </Link>
        <p className="jia-caption">{words.reply}</p>
        <p className="jia-paste-words">{reply}</p>
        <div>
          <Button
            onPress={() => {
              void navigator.clipboard.writeText(reply).then(() => setCopied(true));
            }}
          >
            {copied ? words.copied : words.copy}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
