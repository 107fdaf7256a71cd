import { showContact } from '#contract/mutualhelp/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { CallCard } from '#web/ui/CallCard/CallCard.tsx';
import { onePageWords as words } from './words.ts';

/** Phone and door of the other side, shown when asked for and kept nowhere. */
export function Contact({ askId }: { askId: string }) {
  const show = useCommand(showContact, { touches: [] });
  return (
    <div className="jia-stack">
      {show.error && <Banner kind="error">{sentenceOf(show.error)}</Banner>}
      {!show.data && (
        <>
          <Button wide icon="phone" onPress={() => show.mutate({ params: { askId } })}>
            {words.contact}
          </Button>
          <p className="jia-caption">{words.contactNote}</p>
        </>
      )}
      {show.data?.people.map(({ name, phone, door }) =>
        phone ? (
          <CallCard key={`${name}${phone}`} name={name} note={door ?? phone} phone={phone} />
        ) : (
          <p key={name}>{[name, door].filter(Boolean).join(' · ')}</p>
        ),
      )}
    </div>
  );
}
