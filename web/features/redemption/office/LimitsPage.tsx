import '../redemption.css';
import { useState } from 'react';
import { changeLimits, type Limits, type LimitsVersion, listLimits } from '#contract/redemption/limits.ts';
import { dayStamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Facts, Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { limitsWords as words } from '../words.ts';

const names = Object.keys(words.fields) as (keyof Limits)[];

/** How long, how often and how many: what is in force, what came before, and who changed it. */
export function LimitsPage() {
  const { data, error, refetch } = useRead(listLimits);
  const [isOpen, setOpen] = useState(false);
  const newest = data?.items[0];
  return (
    <DeskPage
      title={words.title}
      actions={
        data?.can.change === true && (
          <Button kind="primary" onPress={() => setOpen(true)}>
            {words.change}
          </Button>
        )
      }
    >
      {error && <Failed sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data && <p className="jia-hint">{words.note}</p>}
      {data && data.can.change !== true && <p className="jia-hint">{words.streetOnly}</p>}
      {data?.items.map((item, index) => (
        <Version key={item.version} item={item} before={data.items[index + 1]} />
      ))}
      {isOpen && newest && <LimitsForm newest={newest} onClose={() => setOpen(false)} />}
    </DeskPage>
  );
}

/** In full what is in force and what the platform began with; of the others what they changed. */
function Version({ item, before }: { item: LimitsVersion; before: LimitsVersion | undefined }) {
  const shown = names.filter((name) => item.isInForce || !before || item[name] !== before[name]);
  return (
    <Sheet>
      <div className="jia-limits-head">
        <strong>{words.version(item.version)}</strong>
        {item.isInForce && <StatusChip status="done">{words.inForce}</StatusChip>}
        <span>{item.fromOn ? words.from(item.fromOn) : words.platform}</span>
      </div>
      <Facts
        facts={shown.map((name) => ({
          label: words.fields[name].label,
          value: words.fields[name].said(item[name]),
        }))}
      />
      {item.madeBy && item.madeAt && (
        <p className="jia-caption">{words.made(item.madeBy, dayStamp(item.madeAt), item.reason)}</p>
      )}
    </Sheet>
  );
}

function LimitsForm({ newest, onClose }: { newest: LimitsVersion; onClose: () => void }) {
  const [typed, setTyped] = useState(
    () =>
      Object.fromEntries(names.map((name) => [name, String(newest[name])])) as Record<keyof Limits, string>,
  );
  const [fromOn, setFromOn] = useState(dayStamp(new Date()));
  const [reason, setReason] = useState('');
  const change = useCommand(changeLimits, { onDone: onClose });
  const isInBounds = names.every((name) => {
    const { min, max } = words.fields[name];
    const value = Number(typed[name]);
    return value >= min && value <= max;
  });
  const submit = () => {
    const limits = Object.fromEntries(names.map((name) => [name, Number(typed[name])])) as unknown as Limits;
    change.mutate({ body: { ...limits, fromOn, reason: reason.trim(), version: newest.version } });
  };
  return (
    <FormDrawer
      isOpen
      title={words.change}
      busy={change.isPending}
      problem={change.error && sentenceOf(change.error)}
      reason={!isInBounds ? words.outOfBounds : reason.trim() ? undefined : words.reasonMissing}
      onSubmit={submit}
      onClose={onClose}
    >
      {names.map((name) => (
        <TextField
          key={name}
          label={words.fields[name].typed}
          help={words.bounds(words.fields[name].min, words.fields[name].max)}
          value={typed[name]}
          inputMode="numeric"
          maxLength={5}
          onChange={(value) => setTyped((now) => ({ ...now, [name]: value.replace(/\D/g, '') }))}
        />
      ))}
      <TextField label={words.fromLabel} type="date" value={fromOn} onChange={setFromOn} />
      <TextField
        label={words.reason}
        placeholder={words.reasonHint}
        value={reason}
        maxLength={200}
        onChange={setReason}
      />
    </FormDrawer>
  );
}
