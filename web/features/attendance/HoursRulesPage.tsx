import { useState } from 'react';
import { ladders, starSteps } from '#contract/attendance/ladders.ts';
import { changeHoursRules, type HoursRuleRecord, readHoursRules } from '#contract/attendance/rules.ts';
import { dayStamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { StatusChip } from '#web/ui/StatusChip/StatusChip.tsx';
import { rulesWords as words } from './words.ts';

/** The day's cap and the ladder of stars: what is in force, what came before, and who changed it. */
export function HoursRulesPage() {
  const { data, error, refetch } = useRead(readHoursRules);
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
      {data?.items.map((rule) => (
        <Rule key={rule.version} rule={rule} />
      ))}
      {isOpen && newest && <RuleForm newest={newest} onClose={() => setOpen(false)} />}
    </DeskPage>
  );
}

function Rule({ rule }: { rule: HoursRuleRecord }) {
  return (
    <Sheet>
      <div className="jia-stack">
        <div className="jia-attendance-pair">
          <strong>{words.version(rule.version)}</strong>
          {rule.isInForce && <StatusChip status="done">{words.inForce}</StatusChip>}
          <span>{rule.fromOn ? words.from(rule.fromOn) : words.platform}</span>
        </div>
        <p>
          {words.cap(rule.dayHoursMax)}
          {words.ladder(rule.starHours)}
        </p>
        {rule.madeBy && rule.madeAt && (
          <p className="jia-caption">{words.made(rule.madeBy, dayStamp(rule.madeAt), rule.reason)}</p>
        )}
      </div>
    </Sheet>
  );
}

function RuleForm({ newest, onClose }: { newest: HoursRuleRecord; onClose: () => void }) {
  const [cap, setCap] = useState(String(newest.dayHoursMax));
  const [steps, setSteps] = useState(newest.starHours.map(String));
  const [fromOn, setFromOn] = useState(dayStamp(new Date()));
  const [reason, setReason] = useState('');
  const change = useCommand(changeHoursRules, { onDone: onClose });
  const hours = steps.map(Number);
  const rises = hours.every((step, index) => step > (index === 0 ? 0 : (hours[index - 1] ?? 0)));
  return (
    <FormDrawer
      isOpen
      title={words.change}
      busy={change.isPending}
      problem={change.error && sentenceOf(change.error)}
      reason={!rises ? words.rising : reason.trim() ? undefined : words.reasonMissing}
      onSubmit={() =>
        change.mutate({
          body: { dayHoursMax: Number(cap), starHours: hours, fromOn, reason, version: newest.version },
        })
      }
      onClose={onClose}
    >
      <TextField
        label={words.capLabel}
        help={words.capHelp}
        value={cap}
        inputMode="numeric"
        maxLength={2}
        onChange={(value) => setCap(value.replace(/\D/g, ''))}
      />
      <div className="jia-attendance-pair">
        {Object.entries(ladders).map(([name, known]) => (
          <Button key={name} small onPress={() => setSteps(known.map(String))}>
            {words.ladders[name as keyof typeof ladders]}
          </Button>
        ))}
      </div>
      {Array.from({ length: starSteps }, (_, index) => index).map((index) => (
        <TextField
          key={index}
          label={words.star(index + 1)}
          value={steps[index] ?? ''}
          inputMode="numeric"
          maxLength={5}
          onChange={(value) => setSteps(steps.with(index, value.replace(/\D/g, '')))}
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
