import { useState } from 'react';
import { listProgrammes as listActivityProgrammes } from '#contract/activities/endpoints.ts';
import { listRules, setTariff } from '#contract/points/endpoints.ts';
import type { Rule, TariffUse } from '#contract/points/records.ts';
import { type PointSource, pointSources, sourceUnits } from '#contract/points/sources.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { type RegisterColumn, RegisterTable } from '#web/ui/RegisterTable/RegisterTable.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
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

const wordOf = ({ source, activityProgramme }: TariffUse): string =>
  rulesWords.earns(labels.source[source], activityProgramme);

const columns: readonly RegisterColumn<Rule>[] = [
  {
    key: 'title',
    title: words.columns.title,
    render: ({ title, programme }) => (
      <>
        {title}
        <br />
        <span className="jia-caption">{programme}</span>
      </>
    ),
  },
  {
    key: 'rate',
    title: words.columns.rate,
    align: 'end',
    render: ({ points, per, uses: [use] }) =>
      use
        ? rulesWords.rate(points, per, rulesWords.units[sourceUnits[use.source]])
        : rulesWords.bareRate(points, per),
  },
  { key: 'caps', title: words.columns.caps, render: (rule) => limitsOf(rule).join(' · ') },
  { key: 'version', title: words.columns.version, align: 'end', render: ({ version }) => version },
  {
    key: 'used',
    title: words.columns.used,
    render: ({ uses }) =>
      uses.length === 0 ? (
        <span className="jia-hint">{rulesWords.notUsed}</span>
      ) : (
        uses.map((use) => <div key={wordOf(use)}>{wordOf(use)}</div>)
      ),
  },
];

/** What earns by the rule now, and what is to from now on: of one programme of activities, or of all. */
function TariffForm({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const programmes = useRead(listActivityProgrammes);
  const [source, setSource] = useState<string | null>(null);
  const [activityProgrammeId, setProgramme] = useState<string | null>(null);
  const set = useCommand(setTariff, { onDone: onClose });
  const body = { source: source as PointSource, activityProgrammeId, ruleId: rule.ruleId };
  return (
    <FormDrawer
      isOpen
      title={`${words.use} · ${rule.title}`}
      onSubmit={() => set.mutate({ body })}
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
      <SelectField
        label={words.forProgramme}
        help={words.forProgrammeHelp}
        placeholder={words.allProgrammes}
        optional
        options={(programmes.data?.items ?? []).map(({ programmeId, name }) => ({
          value: programmeId,
          word: name,
        }))}
        value={activityProgrammeId}
        onChange={setProgramme}
      />
      {rule.uses.length > 0 && (
        <Section title={words.usedFor}>
          <RowSheet>
            {rule.uses.map((use) => (
              <ListRow
                key={wordOf(use)}
                title={wordOf(use)}
                trailing={
                  <Button
                    kind="quiet"
                    small
                    onPress={() =>
                      set.mutate({
                        body: {
                          source: use.source,
                          activityProgrammeId: use.activityProgrammeId,
                          ruleId: null,
                        },
                      })
                    }
                  >
                    {words.stop}
                  </Button>
                }
              />
            ))}
          </RowSheet>
          <p className="jia-hint">{words.stopped}</p>
        </Section>
      )}
    </FormDrawer>
  );
}
