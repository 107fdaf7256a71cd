import { useState } from 'react';
import { foundFamily } from '#contract/families/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { nicknameMax, familyWords as words } from './words.ts';

interface FoundFamilyQuestionProps {
  items: readonly { personId: string; name: string }[];
  onClose: () => void;
}

/** A nickname, the children who come along, and the consent: one step. */
export function FoundFamilyQuestion({ items, onClose }: FoundFamilyQuestionProps) {
  const [nickname, setNickname] = useState('');
  const [chosen, setChosen] = useState(() => items.map(({ personId }) => personId));
  const [onBoard, setOnBoard] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const found = useCommand(foundFamily, { touches: ['families', 'people'], onDone: onClose });
  const missing = !nickname.trim() ? words.nicknameMissing : !agreed ? words.agreeMissing : undefined;
  return (
    <ConfirmQuestion
      isOpen
      question={words.foundTitle}
      yes={words.found}
      no={words.cancel}
      yesReason={missing}
      busy={found.isPending && words.founding}
      onYes={() =>
        found.mutate({ body: { nickname: nickname.trim(), childIds: chosen, onBoard, agreed: true } })
      }
      onNo={onClose}
    >
      <TextField
        label={words.nickname}
        help={words.nicknameHelp}
        error={found.error ? sentenceOf(found.error) : undefined}
        value={nickname}
        maxLength={nicknameMax}
        onChange={setNickname}
      />
      {items.length > 0 && (
        <fieldset className="jia-family-ticks">
          <legend>{words.children}</legend>
          {items.map(({ personId, name }) => (
            <Tick
              key={personId}
              isOn={chosen.includes(personId)}
              onChange={(isOn) =>
                setChosen(isOn ? [...chosen, personId] : chosen.filter((one) => one !== personId))
              }
            >
              {name}
            </Tick>
          ))}
        </fieldset>
      )}
      <Tick note={words.onBoardHelp} isOn={onBoard} onChange={setOnBoard}>
        {words.onBoard}
      </Tick>
      <Tick isOn={agreed} onChange={setAgreed}>
        {words.agree}
      </Tick>
    </ConfirmQuestion>
  );
}
