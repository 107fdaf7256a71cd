import { useState } from 'react';
import { changeFamily } from '#contract/families/endpoints.ts';
import type { FamilyRecord } from '#contract/families/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { nicknameMax, familyWords as words } from './words.ts';

/** What others may read of the family, and whether it is on the board. */
export function ChangeFamilyQuestion({ family, onClose }: { family: FamilyRecord; onClose: () => void }) {
  const [nickname, setNickname] = useState(family.nickname);
  const [onBoard, setOnBoard] = useState(family.onBoard);
  const change = useCommand(changeFamily, { onDone: onClose });
  return (
    <ConfirmQuestion
      isOpen
      question={words.settings}
      yes={words.save}
      no={words.cancel}
      yesReason={nickname.trim() ? undefined : words.nicknameMissing}
      busy={change.isPending && words.saving}
      onYes={() => change.mutate({ body: { nickname: nickname.trim(), onBoard, version: family.version } })}
      onNo={onClose}
    >
      <TextField
        label={words.nickname}
        help={words.nicknameHelp}
        error={change.error ? sentenceOf(change.error) : undefined}
        value={nickname}
        maxLength={nicknameMax}
        onChange={setNickname}
      />
      <Tick note={words.onBoardHelp} isOn={onBoard} onChange={setOnBoard}>
        {words.onBoard}
      </Tick>
    </ConfirmQuestion>
  );
}
