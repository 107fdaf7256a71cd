import { useState } from 'react';
import { listRules, setTariff } from '#contract/points/endpoints.ts';
import type { Rule } from '#contract/points/records.ts';
import { type PointSource, pointSources } from '#contract/points/sources.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { limitsOf } from '../RulesPage.tsx';
import { deskWords, labels, rulesWords } from '../words.ts';
import { RuleForm } from './RuleForm.tsx';
import { wholeList } from './rows.ts';

const words = deskWords.rules;

/** Rules with all their versions; the newest of each may be revised and put to use. */
export function RulesListPage() {
  const may = useMayAnywhere();
  const read = useRead(listRules);
  const [form, setForm] = useState<Rule | 'new' | null>(null);
  const [using, setUsing] = useState<Rule | null>(null);
  const act: RegisterColumn<Rule> = {
    key: 'act',
    title: words.columns.act,
    render: (rule) =>
      rule.isNewest && (
        <>
          <Button kind="quiet" small onPress={() => setForm(rule)}>
            {words.revise}
          </Button>
          <Button kind="quiet" small onPress={() => setUsing(rule)}>
            {words.use}
          </Button>
        </>
      ),
  };
  return (
    <DeskPage
      title={words.title}
      actions={
        (may('points.edit') || may('points.approve')) && (
          <Button kind="primary" icon="plus" onPress={() => setForm('new')}>
            {words.make}
          </Button>
        )
      }
    >
      <RegisterTable
        name="points-rules"
        rows={wholeList(read)}
        rowKey={({ ruleId, version }) => `${ruleId} ${version}`}
        columns={may('points.approve') ? [...columns, act] : columns}
        empty={<EmptyState icon="seed">{words.none}</EmptyState>}
      />
      {form && <RuleForm rule={form === 'new' ? null : form} onClose={() => setForm(null)} />}
      {using && <TariffForm rule={using} onClose={() => setUsing(null)} />}
    </DeskPage>
  );
}

const columns: readonly RegisterColumn<Rule>[] = [
  { key: 'title', title: words.columns.title, render: ({ title, programme }) => `${title} · ${programme}` },
  {
    key: 'rate',
    title: words.columns.rate,
    align: 'end',
    render: ({ points, per }) => rulesWords.bareRate(points, per),
  },
  { key: 'caps', title: words.columns.caps, render: (rule) => limitsOf(rule).join(' · ') },
  { key: 'notice', title: words.columns.notice, render: ({ noticeDays }) => words.days(noticeDays) },
  { key: 'version', title: words.columns.version, align: 'end', render: ({ version }) => version },
  {
    key: 'used',
    title: words.columns.used,
    render: ({ sources }) => sources.map((source) => labels.source[source]).join(' · '),
  },
];

function TariffForm({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const [source, setSource] = useState<string | null>(null);
  const set = useCommand(setTariff, { onDone: onClose });
  return (
    <FormDrawer
      isOpen
      title={`${words.use} · ${rule.title}`}
      onSubmit={() => set.mutate({ body: { source: source as PointSource, ruleId: rule.ruleId } })}
      onClose={onClose}
      busy={set.isPending}
      problem={set.error && sentenceOf(set.error)}
      reason={source ? undefined : words.sourceMissing}
    >
      <SelectField
        label={words.source}
        options={pointSources.map((value) => ({ value, word: labels.source[value] }))}
        value={source}
        onChange={setSource}
      />
    </FormDrawer>
  );
}
