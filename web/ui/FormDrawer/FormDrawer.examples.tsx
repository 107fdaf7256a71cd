import { useState } from 'react';
import { Button } from '../Button/Button.tsx';
import type { Examples } from '../examples.ts';
import { TextField } from '../Field/Field.tsx';
import { FormDrawer } from './FormDrawer.tsx';

function Assign() {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  return (
    <>
      <Button onPress={() => setOpen(true)}>任职</Button>
      <FormDrawer
        isOpen={isOpen}
        title="任职"
        verb="任职"
        reason={name ? undefined : '先填姓名'}
        problem="这个地方不在您的管理范围内"
        onSubmit={() => setOpen(false)}
        onClose={() => setOpen(false)}
      >
        <TextField label="姓名" value={name} onChange={setName} />
      </FormDrawer>
    </>
  );
}

export const formDrawerExamples: Examples = { assign: <Assign /> };
