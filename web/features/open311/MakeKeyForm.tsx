import './open311.css';
import { useState } from 'react';
import { makeKey } from '#contract/open311/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { open311Words as words } from './words.ts';

/** Makes a key and shows it the one time it can be seen. */
export function MakeKeyForm({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const make = useCommand(makeKey);
  const { data, error } = make;
  return (
    <FormDrawer
      isOpen
      title={data ? words.made : words.makeTitle}
      verb={data ? words.done : words.make}
      busy={make.isPending}
      problem={error && sentenceOf(error)}
      reason={!data && name.trim().length < 2 ? words.nameShort : undefined}
      onSubmit={() => (data ? onClose() : make.mutate({ body: { name: name.trim() } }))}
      onClose={onClose}
    >
      {data ? (
        <div className="jia-stack">
          <Banner kind="notice">{words.secretOnce}</Banner>
          <strong>{words.secret}</strong>
          <p className="jia-open311-secret">{data.secret}</p>
        </div>
      ) : (
        <TextField label={words.name} help={words.nameHelp} maxLength={60} value={name} onChange={setName} />
      )}
    </FormDrawer>
  );
}
