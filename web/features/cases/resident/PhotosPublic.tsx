import { agreeToPhotos } from '#contract/cases/publish/endpoints.ts';
import type { PlainCase } from '#contract/cases/resident/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { say } from '#web/ui/say.ts';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { photosPublicWords as words } from './words.ts';

/** Whether my photos may stand beside the public result; the answer can be taken back at any time. */
export function PhotosPublic({ record }: { record: PlainCase }) {
  const agree = useCommand(agreeToPhotos, {
    onDone: (told) => void say(told.photosPublic ? words.agreed : words.taken),
  });
  if (record.photosPublic === null) return null;
  const shown = agree.isPending ? (agree.variables.body?.agreed ?? record.photosPublic) : record.photosPublic;
  return (
    <Sheet>
      <Tick
        isOn={shown}
        onChange={(agreed) =>
          !agree.isPending && agree.mutate({ params: { caseId: record.caseId }, body: { agreed } })
        }
      >
        {words.agree}
      </Tick>
      <p className="jia-caption">{agree.error ? sentenceOf(agree.error) : words.help}</p>
    </Sheet>
  );
}
