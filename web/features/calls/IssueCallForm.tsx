import { useState } from 'react';
import {
  type CallGroup,
  type CallSkill,
  type CallTemplate,
  callGroups,
  callTemplates,
  templateFacts,
} from '#contract/calls/codes.ts';
import { countReach, issueCall } from '#contract/calls/endpoints.ts';
import { callGroupLabels, callTemplateLabels, callTemplateTexts } from '#contract/calls/words.ts';
import { listTeams } from '#contract/mutualhelp/teams.ts';
import { searchAreas } from '#web/lib/areas.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, Field, TextField } from '#web/ui/Field/Field.tsx';
import { ManyChips } from '#web/ui/Field/ManyChips.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type Option, SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { instantOf, MomentField, typedIn } from './moments.tsx';
import { skillChoices } from './skillChoices.ts';
import { deskCallWords } from './words.ts';

const words = deskCallWords.form;

interface Draft {
  template: CallTemplate;
  title: string;
  why: string;
  areaId: string | null;
  gatherPoint: string;
  from: string;
  until: string;
  wanted: string;
  areas: Option[];
  groups: CallGroup[];
  skills: CallSkill[];
  teams: string[];
  familyAgreed: boolean;
}

const fromTemplate = (template: CallTemplate) => {
  const { title, why, point } = callTemplateTexts[template];
  return { template, title, why, gatherPoint: point, wanted: String(templateFacts[template].peopleWanted) };
};

interface PartProps {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
}

/** From a template to a call: first how many it reaches, then it goes out. */
export function IssueCallForm({ onClose }: { onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(() => ({
    ...fromTemplate('snow'),
    areaId: null,
    from: typedIn(1),
    until: typedIn(4),
    areas: [],
    groups: ['everyone'],
    skills: [],
    teams: [],
    familyAgreed: false,
  }));
  const reach = useCommand(countReach, { touches: [] });
  const issue = useCommand(issueCall, { onDone: onClose });
  const change = (changes: Partial<Draft>) => {
    if ('areas' in changes || 'groups' in changes || 'skills' in changes || 'teams' in changes) reach.reset();
    setDraft((before) => ({ ...before, ...changes }));
  };
  const target = {
    areaIds: draft.areas.map(({ value }) => value),
    groups: draft.groups,
    skills: draft.skills,
    teamIds: draft.teams,
  };
  const error = issue.error ?? reach.error;
  const submit = () =>
    draft.areaId &&
    issue.mutate({
      body: {
        ...target,
        template: draft.template,
        title: draft.title.trim(),
        why: draft.why.trim(),
        areaId: draft.areaId,
        gatherPoint: draft.gatherPoint.trim(),
        startsAt: instantOf(draft.from),
        endsAt: instantOf(draft.until),
        peopleWanted: Number(draft.wanted),
        familyAgreed: draft.familyAgreed,
      },
    });
  return (
    <FormDrawer
      isOpen
      title={words.title}
      verb={words.issue}
      busy={issue.isPending}
      problem={error && sentenceOf(error)}
      reason={draft.areaId ? (reach.data ? undefined : words.countFirst) : words.areaMissing}
      onSubmit={submit}
      onClose={onClose}
    >
      <Told draft={draft} change={change} />
      <Whom draft={draft} change={change} />
      <Button busy={reach.isPending && words.count} onPress={() => reach.mutate({ body: target })}>
        {words.count}
      </Button>
      {reach.data && <p role="status">{words.reach(reach.data.people)}</p>}
    </FormDrawer>
  );
}

function Told({ draft, change }: PartProps) {
  return (
    <>
      <ChoiceChips
        label={words.template}
        choices={callTemplates.map((value) => ({ value, word: callTemplateLabels[value] }))}
        value={draft.template}
        onChange={(template) => change(fromTemplate(template))}
      />
      <TextField
        label={words.name}
        maxLength={60}
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      <TextField
        label={words.why}
        rows={4}
        maxLength={400}
        value={draft.why}
        onChange={(why) => change({ why })}
      />
      {templateFacts[draft.template].familyAgrees && (
        <>
          <p className="jia-hint">{words.familyNote}</p>
          <ManyChips
            label=""
            choices={[{ value: 'yes', word: words.familyAgreed }]}
            value={draft.familyAgreed ? ['yes'] : []}
            onChange={(chosen) => change({ familyAgreed: chosen.length > 0 })}
          />
        </>
      )}
      <Field label={words.area}>
        {({ id }) => <AreaPicker id={id} value={draft.areaId} onChange={(areaId) => change({ areaId })} />}
      </Field>
      <TextField
        label={words.point}
        maxLength={80}
        value={draft.gatherPoint}
        onChange={(gatherPoint) => change({ gatherPoint })}
      />
      <MomentField label={words.from} value={draft.from} onChange={(from) => change({ from })} />
      <MomentField label={words.until} value={draft.until} onChange={(until) => change({ until })} />
      <TextField
        label={words.wanted}
        inputMode="numeric"
        maxLength={4}
        value={draft.wanted}
        onChange={(wanted) => change({ wanted })}
      />
    </>
  );
}

function Whom({ draft, change }: PartProps) {
  const wantsTeams = draft.groups.includes('teams');
  const { data } = useRead(listTeams, {}, { enabled: wantsTeams });
  return (
    <>
      <SearchField
        label={words.areas}
        many
        value={draft.areas}
        search={searchAreas}
        onChange={(areas) => change({ areas })}
      />
      <ManyChips
        label={words.groups}
        choices={callGroups.map((value) => ({ value, word: callGroupLabels[value] }))}
        value={draft.groups}
        onChange={(groups) => change({ groups })}
      />
      {draft.groups.includes('skilled') && (
        <ManyChips
          label={words.skills}
          choices={skillChoices}
          value={draft.skills}
          onChange={(skills) => change({ skills })}
        />
      )}
      {wantsTeams && (
        <ManyChips
          label={words.teams}
          choices={(data?.items ?? []).map(({ teamId, name, community, memberCount }) => ({
            value: teamId,
            word: words.teamOf(name, community.name, memberCount),
          }))}
          value={draft.teams}
          onChange={(teams) => change({ teams })}
        />
      )}
    </>
  );
}
