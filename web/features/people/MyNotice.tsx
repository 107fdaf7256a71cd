import { acceptNotice, type MyData } from '#contract/people/mine.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { myDataWords as words } from './words.ts';

/** The privacy notice in force, and that it was read. */
export function MyNotice({ notice }: { notice: MyData['notice'] }) {
  const accept = useCommand(acceptNotice);
  return (
    <Section
      title={words.notice}
      aside={notice.acceptedAt && words.noticeAccepted(moment(notice.acceptedAt))}
    >
      <Sheet>
        {words.noticeText.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {accept.error && <Banner kind="error">{sentenceOf(accept.error)}</Banner>}
        {!notice.acceptedAt && (
          <Button
            busy={accept.isPending && words.noticeAccept}
            onPress={() => accept.mutate({ body: { version: notice.version } })}
          >
            {words.noticeAccept}
          </Button>
        )}
      </Sheet>
    </Section>
  );
}
