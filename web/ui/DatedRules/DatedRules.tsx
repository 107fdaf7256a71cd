import './DatedRules.css';
import { type ReactNode, useState } from 'react';
import { dayStamp } from '#web/lib/formats.ts';
import { Button } from '../Button/Button.tsx';
import { DeskPage } from '../DeskFrame/DeskFrame.tsx';
import { TextField } from '../Field/Field.tsx';
import { FormDrawer } from '../FormDrawer/FormDrawer.tsx';
import { Failed, Loading } from '../Loading/Loading.tsx';
import { Sheet } from '../Section/Section.tsx';
import { StatusChip } from '../StatusChip/StatusChip.tsx';
import { uiWords } from '../words.ts';

const words = uiWords.dated;

/** What every version carries beside its figures. */
export interface Dated {
  version: number;
  fromOn: string | null;
  reason: string;
  madeBy: string | null;
  madeAt: string | null;
  isInForce: boolean;
}

interface DatedRulesProps<Rule extends Dated> {
  title: string;
  note: string;
  /** The newest first; undefined until read. */
  rules: readonly Rule[] | undefined;
  error: Error | null;
  onRetry: () => void;
  mayChange: boolean;
  show: (rule: Rule, before: Rule | undefined) => ReactNode;
  form: (newest: Rule, onClose: () => void) => ReactNode;
}

/** What is in force, what came before, and who changed it. */
export function DatedRules<Rule extends Dated>(props: DatedRulesProps<Rule>) {
  const { title, note, rules, error, onRetry, mayChange, show, form } = props;
  const [isOpen, setOpen] = useState(false);
  const newest = rules?.[0];
  return (
    <DeskPage
      title={title}
      actions={
        mayChange && (
          <Button kind="primary" onPress={() => setOpen(true)}>
            {words.change}
          </Button>
        )
      }
    >
      {error && <Failed error={error} onRetry={onRetry} />}
      {!rules && !error && <Loading rows={4} />}
      {rules && <p className="jia-hint">{note}</p>}
      {rules && !mayChange && <p className="jia-hint">{words.streetOnly}</p>}
      {rules?.map((rule, index) => (
        <Sheet key={rule.version}>
          <div className="jia-stack">
            <Head rule={rule} />
            {show(rule, rules[index + 1])}
            {rule.madeBy && rule.madeAt && (
              <p className="jia-caption">{words.made(rule.madeBy, dayStamp(rule.madeAt), rule.reason)}</p>
            )}
          </div>
        </Sheet>
      ))}
      {isOpen && newest && form(newest, () => setOpen(false))}
    </DeskPage>
  );
}

const Head = ({ rule }: { rule: Dated }) => (
  <div className="jia-dated-head">
    <strong>{words.version(rule.version)}</strong>
    {rule.isInForce && <StatusChip status="done">{words.inForce}</StatusChip>}
    <span>{rule.fromOn ? words.from(rule.fromOn) : words.platform}</span>
  </div>
);

interface DatedFormProps {
  newest: Dated;
  /** An example of what may be named as the reason. */
  reasonHint: string;
  /** Why the figures cannot be submitted yet. */
  missing: string | undefined;
  busy: boolean;
  problem: string | null;
  onSubmit: (change: { fromOn: string; reason: string; version: number }) => void;
  onClose: () => void;
  children: ReactNode;
}

/** The figures of a new version, then the day it begins and why. */
export function DatedForm(props: DatedFormProps) {
  const { newest, reasonHint, missing, busy, problem, onSubmit, onClose, children } = props;
  const [fromOn, setFromOn] = useState(dayStamp(new Date()));
  const [reason, setReason] = useState('');
  return (
    <FormDrawer
      isOpen
      title={words.change}
      busy={busy}
      problem={problem}
      reason={missing ?? (reason.trim() ? undefined : words.reasonMissing)}
      onSubmit={() => onSubmit({ fromOn, reason: reason.trim(), version: newest.version })}
      onClose={onClose}
    >
      {children}
      <TextField label={words.fromLabel} type="date" value={fromOn} onChange={setFromOn} />
      <TextField
        label={words.reason}
        placeholder={reasonHint}
        value={reason}
        maxLength={200}
        onChange={setReason}
      />
    </FormDrawer>
  );
}
