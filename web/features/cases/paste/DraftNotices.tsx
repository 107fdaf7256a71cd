import type { PasteDraft } from '#contract/cases/paste.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { pasteWords as words } from './words.ts';

/** What a person must know before taking a draft up: danger, a repeat, pictures that stayed in the chat. */
export function DraftNotices({ draft }: { draft: PasteDraft }) {
  const { alarms, openedAs, similar, mediaCount } = draft;
  const [alike] = similar;
  return (
    <>
      {alarms.length > 0 && (
        <Banner kind="error">{words.alarm(alarms.map(({ word }) => word).join('\u3001'))}</Banner>
      )}
      {openedAs && <Banner kind="notice">{words.known(openedAs.number)}</Banner>}
      {alike && !openedAs && <Banner kind="notice">{words.similar(alike.number, alike.title)}</Banner>}
      {mediaCount > 0 && <p className="jia-caption">{words.photos(mediaCount)}</p>}
    </>
  );
}
