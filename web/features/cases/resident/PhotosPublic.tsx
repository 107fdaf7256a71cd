import { useState } from 'react';
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
  // Kept here, so that the box shows the touch at once and not when the street has answered.
  const [asked, setAsked] = useState<boolean | null>(null);
  const agree = useCommand(agreeToPhotos, {
    onDone: (told) => void say(told.photosPublic ? words.agreed : words.taken),
  });
  if (record.photosPublic === null) return null;
  const change = (agreed: boolean) => {
    if (asked !== null) return;
    setAsked(agreed);
    const request = { params: { caseId: record.caseId }, body: { agreed } };
    agree.mutate(request, { onSettled: () => setAsked(null) });
  };
  return (
    <Sheet>
      <Tick isOn={asked ?? record.photosPublic} onChange={change}>
        {words.agree}
      </Tick>
      <p className="jia-caption">{agree.error ? sentenceOf(agree.error) : words.help}</p>
    </Sheet>
  );
}
