import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { previewNotice, publishNotice, readNoticeFile } from '#contract/system/endpoints.ts';
import type { NoticePreview } from '#contract/system/records.ts';
import { call, upload } from '#web/lib/call.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { noticeWords as words } from './words.ts';

/** Paste the notice, look at what was read, publish the year. */
export function PublishNoticeForm({ year, onClose }: { year: number; onClose: () => void }) {
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const preview = useMutation({
    mutationFn: (typed: string) => call(previewNotice, { params: { year }, body: { text: typed } }),
  });
  const file = useMutation({
    mutationFn: (chosen: File) => upload(readNoticeFile, chosen, { params: { year } }),
    onSuccess: (read) => change(read.text),
  });
  const publish = useCommand(publishNotice, { touches: ['calendar', 'system'], onDone: onClose });
  const error = publish.error ?? preview.error ?? file.error;
  const isClear = preview.data !== undefined && preview.data.faults.length === 0;

  const change = (typed: string) => {
    setText(typed);
    preview.reset();
  };
  return (
    <FormDrawer
      isOpen
      title={words.title(year)}
      verb={words.publish}
      busy={publish.isPending}
      problem={error && sentenceOf(error)}
      reason={isClear ? (source.trim() ? undefined : words.sourceShort) : words.previewFirst}
      onSubmit={() => publish.mutate({ params: { year }, body: { text, source: source.trim() } })}
      onClose={onClose}
    >
      <TextField label={words.text} help={words.textHelp} rows={10} value={text} onChange={change} />
      <div className="jia-notice-verbs">
        <label className="jia-button jia-button-secondary">
          {words.file}
          <input
            className="jia-unseen"
            type="file"
            accept=".csv,.xlsx"
            onChange={(event) => event.target.files?.[0] && file.mutate(event.target.files[0])}
          />
        </label>
        <Button busy={preview.isPending && words.previewing} onPress={() => preview.mutate(text)}>
          {words.preview}
        </Button>
      </div>
      {preview.data && <Preview preview={preview.data} />}
      <TextField
        label={words.source}
        help={words.sourceHelp}
        maxLength={120}
        value={source}
        onChange={setSource}
      />
      <p className="jia-hint">{words.effect}</p>
    </FormDrawer>
  );
}

function Preview({ preview }: { preview: NoticePreview }) {
  if (preview.faults.length > 0) {
    return (
      <div role="alert">
        <strong>{words.faults(preview.faults.length)}</strong>
        <ul className="jia-notice-faults">
          {preview.faults.map(({ code, sentence, line }) => (
            <li key={`${code} ${line} ${sentence}`}>
              <Icon name="square" size={14} /> {sentence}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <dl className="jia-facts">
      {preview.holidays.map(({ name, from, to, days }) => (
        <div key={from}>
          <dt>{name || words.holidays}</dt>
          <dd>{words.span(from, to, days)}</dd>
        </div>
      ))}
      <div>
        <dt>{words.makeup}</dt>
        <dd>{preview.makeupWorkdays.join(' · ')}</dd>
      </div>
      <p>{words.workdays(preview.workdayCount, preview.changedCount)}</p>
    </dl>
  );
}
