import { useState } from 'react';
import { mutableKinds } from '#contract/notifications/codes.ts';
import { setPreferences } from '#contract/notifications/endpoints.ts';
import type { NotificationPreferences } from '#contract/notifications/records.ts';
import { mutableKindLabels } from '#contract/notifications/words.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Field } from '#web/ui/Field/Field.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { WechatBinding } from './WechatBinding.tsx';
import { preferenceWords as words } from './words.ts';

/** What I want to be told, and when not. */
export function PreferencesForm({ of }: { of: NotificationPreferences }) {
  const [muted, setMuted] = useState(of.muted);
  const [texts, setTexts] = useState(of.texts);
  const [quietFrom, setFrom] = useState(of.quietFrom);
  const [quietTo, setTo] = useState(of.quietTo);
  const save = useCommand(setPreferences);
  return (
    <form
      className="jia-preferences"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { muted, texts, quietFrom, quietTo } });
      }}
    >
      {save.isError && <Banner kind="error">{sentenceOf(save.error)}</Banner>}
      {save.isSuccess && <Banner kind="notice">{words.saved}</Banner>}
      <p className="jia-caption">{words.always}</p>
      {mutableKinds.map((kind) => (
        <Tick
          key={kind}
          isOn={!muted.includes(kind)}
          onChange={(isOn) => setMuted(isOn ? muted.filter((one) => one !== kind) : [...muted, kind])}
        >
          {mutableKindLabels[kind]}
        </Tick>
      ))}
      <Tick isOn={texts} onChange={setTexts}>
        {words.texts}
      </Tick>
      <div className="jia-preferences-hours">
        <Hour label={words.quietFrom} value={quietFrom} onChange={setFrom} />
        <Hour label={words.quietTo} value={quietTo} onChange={setTo} />
      </div>
      <p className="jia-caption">{words.quietHelp}</p>
      <WechatBinding of={of.wechat} />
      <Button type="submit">{words.save}</Button>
    </form>
  );
}

interface HourProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function Hour({ label, value, onChange }: HourProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          className="jia-input"
          type="time"
          value={value}
          required
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
