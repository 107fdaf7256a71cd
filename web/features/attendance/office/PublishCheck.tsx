import { useState } from 'react';
import { publishCheck } from '#contract/attendance/notice.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { spotCheckWords as words } from './words.ts';

interface PublishCheckProps {
  asked: { areaId: string; seed: string; from: string; to: string };
  drawn: number;
  wrongIds: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

/** What the check found goes before everybody: figures and a sentence, no names. */
export function PublishCheck({ asked, drawn, wrongIds, onDone, onClose }: PublishCheckProps) {
  const [result, setResult] = useState('');
  const publish = useCommand(publishCheck, { onDone });
  return (
    <FormDrawer
      isOpen
      title={words.publish}
      verb={words.publish}
      busy={publish.isPending}
      problem={publish.error && sentenceOf(publish.error)}
      reason={result.trim() ? undefined : words.resultMissing}
      onSubmit={() => publish.mutate({ body: { ...asked, wrongIds: [...wrongIds], result: result.trim() } })}
      onClose={onClose}
    >
      <p className="jia-hint">{words.publishNote(drawn, wrongIds.length)}</p>
      <TextField
        label={words.result}
        help={words.resultHelp}
        rows={3}
        maxLength={200}
        value={result}
        onChange={setResult}
      />
    </FormDrawer>
  );
}
