import './lock.css';
import { useState } from 'react';
import { pinPolicy } from '#web/lib/deviceContact.ts';
import { removePin, useVault } from '#web/lib/vault/vault.ts';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { say } from '#web/ui/say.ts';
import { SetPinForm } from './SetPinForm.tsx';
import { lockWords as words } from './words.ts';

/** 手机锁 on the own page: set it, or take it off where the street leaves that open. */
export function LockRow() {
  const [isSetting, setSetting] = useState(false);
  const vault = useVault();
  const isOn = vault === 'open';
  const policy = pinPolicy();
  if (policy === 'off' || globalThis.crypto?.subtle === undefined) return null;
  if (isSetting && !isOn)
    return (
      <Sheet>
        <SetPinForm onDone={() => setSetting(false)} />
      </Sheet>
    );
  const turn = () => {
    if (!isOn) return setSetting(true);
    void removePin().then(() => say(words.removed));
  };
  const isFixed = isOn && policy === 'required';
  return (
    <RowSheet>
      <ListRow
        leading={<Icon name="key" />}
        title={isOn && !isFixed ? words.remove : words.row}
        note={isOn ? words.rowOn : words.rowOff}
        {...(isFixed ? {} : { onPress: turn })}
      />
    </RowSheet>
  );
}
