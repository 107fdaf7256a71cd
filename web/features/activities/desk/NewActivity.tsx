import { useState } from 'react';
import { copyActivity, listActivities } from '#contract/activities/endpoints.ts';
import type { ActivityRecord } from '#contract/activities/records.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, usePages } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { ActivityForm } from './ActivityForm.tsx';
import { MomentField } from './MomentField.tsx';
import { sentInstant } from './typed.ts';
import { newActivityWords as words } from './words.ts';

interface NewActivityProps {
  onMade: (record: ActivityRecord) => void;
  onClose: () => void;
}

/** From a template with a time, which leaves little to write; or from nothing. */
export function NewActivity({ onMade, onClose }: NewActivityProps) {
  const [isBlank, setBlank] = useState(false);
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [startsAt, setStartsAt] = useState('');
  const templates = usePages(listActivities, { query: { template: true, limit: 100 } });
  const copy = useCommand(copyActivity, { onDone: onMade });
  if (isBlank) return <ActivityForm onSaved={onMade} onClose={onClose} />;
  return (
    <FormDrawer
      isOpen
      title={words.title}
      verb={words.verb}
      busy={copy.isPending}
      problem={copy.error ? sentenceOf(copy.error) : null}
      reason={templateId && startsAt ? undefined : words.chooseFirst}
      onSubmit={() =>
        templateId &&
        copy.mutate({ params: { activityId: templateId }, body: { startsAt: sentInstant(startsAt) } })
      }
      onClose={onClose}
    >
      <SelectField
        label={words.template}
        help={words.templateHelp}
        placeholder={words.choose}
        options={templates.rows.map(({ activityId, title }) => ({ value: activityId, word: title }))}
        value={templateId}
        onChange={setTemplateId}
      />
      <MomentField label={words.startsAt} value={startsAt} onChange={setStartsAt} help={words.note} />
      <Button onPress={() => setBlank(true)}>{words.blank}</Button>
    </FormDrawer>
  );
}
