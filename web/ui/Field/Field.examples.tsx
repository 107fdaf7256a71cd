import { useState } from 'react';
import type { Examples } from '../examples.ts';
import { ChoiceChips, TextField } from './Field.tsx';

function Choose() {
  const [value, setValue] = useState<'own' | 'rented' | 'vacant' | null>('own');
  return (
    <ChoiceChips
      label="住房情况"
      choices={[
        { value: 'own', word: '自住' },
        { value: 'rented', word: '出租' },
        { value: 'vacant', word: '空置' },
      ]}
      value={value}
      onChange={setValue}
    />
  );
}

export const fieldExamples: Examples = {
  help: (
    <TextField label="手机号" help="号码只用来联系您" value="13800001234" onChange={() => {}} type="tel" />
  ),
  error: (
    <TextField
      label="手机号"
      error="手机号要11位，现在是10位"
      value="1380000123"
      onChange={() => {}}
      type="tel"
    />
  ),
  optional: <TextField label="备注" optional rows={3} value="" onChange={() => {}} />,
  choices: <Choose />,
};
