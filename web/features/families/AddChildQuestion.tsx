import { addChild } from '#contract/families/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { familyWords as words } from './words.ts';

interface AddChildQuestionProps {
  child: { personId: string; name: string };
  onClose: () => void;
}

/** Agreeing is the deed itself: the button says so, the sentence says to what. */
export function AddChildQuestion({ child, onClose }: AddChildQuestionProps) {
  const add = useCommand(addChild, { touches: ['families', 'people'], onDone: onClose });
  return (
    <ConfirmQuestion
      isOpen
      question={words.addChildQuestion(child.name)}
      yes={words.add}
      no={words.cancel}
      busy={add.isPending && words.saving}
      onYes={() => add.mutate({ body: { personId: child.personId, agreed: true } })}
      onNo={onClose}
    >
      <p>{words.addChildHelp}</p>
      {add.error && <Banner kind="error">{sentenceOf(add.error)}</Banner>}
    </ConfirmQuestion>
  );
}
