import './help.css';
import { useState } from 'react';
import { type Beneficiary, type Company, type HelpKind, limits } from '#contract/mutualhelp/codes.ts';
import { askHelp, readOffer } from '#contract/mutualhelp/endpoints.ts';
import { demandOf, kindSafeguards, safeguardsOf } from '#contract/mutualhelp/safety.ts';
import {
  beneficiaryLabels,
  companyLabels,
  helpKindLabels,
  safeguardLabels,
} from '#contract/mutualhelp/words.ts';
import { readMyPoints } from '#contract/points/mine.ts';
import { dayName } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { useNavigate } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Sheet } from '#web/ui/Section/Section.tsx';
import { helpPaths as paths } from './pages.ts';
import { choicesOf } from './parts.tsx';
import { daysFrom, type Slot, timesOf } from './slots.ts';
import { askWords as words } from './words.ts';

/** No more than one has: what cannot be paid is not offered. */
const pointChoices = (available: number) =>
  [0, 5, 10, limits.pointsMax]
    .filter((points) => points <= available)
    .map((points) => ({ value: String(points), word: String(points) }));

interface Draft {
  kind: HelpKind | null;
  text: string;
  forWhom: Beneficiary;
  indoors: 'no' | 'yes';
  day: string;
  slot: Slot | null;
  company: Company;
  points: string;
  isElder: boolean;
}

interface PartProps {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
}

/** What the draft asks for as far as it is filled in, and how it is kept safe. */
function readDraft({ kind, slot, day, forWhom, indoors, company, isElder }: Draft, now: Date) {
  const times = slot && timesOf(Number(day), slot, now);
  const asked = kind && times ? { kind, forWhom, indoors: indoors === 'yes', ...times } : null;
  const brought = kind ? [...kindSafeguards[kind]] : [];
  const safeguards = asked ? safeguardsOf({ ...asked, askerAge: isElder ? limits.elderAge : null }) : brought;
  const { companies } = demandOf(safeguards);
  const chosen = companies.includes(company) ? company : (companies[0] ?? 'two_helpers');
  return { asked, safeguards, companies, chosen, isSlotGone: slot !== null && !times };
}

/** Asks the neighbours: what, for whom, when, and how it is kept safe. */
export function AskHelpPage() {
  const navigate = useNavigate();
  const [now] = useState(() => new Date());
  const [draft, setDraft] = useState<Draft>(() => ({
    kind: null,
    text: '',
    forWhom: 'self',
    indoors: 'no',
    day: String(daysFrom(now, 2)[1]),
    slot: null,
    company: 'one',
    points: '0',
    isElder: false,
  }));
  const { data: offer } = useRead(readOffer);
  const { data: points } = useRead(readMyPoints);
  // Thanks go from one neighbour to another; the pool belongs to the whole family.
  const spendable = (points?.family ? points.own?.available : points?.paying.available) ?? 0;
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const send = useCommand(askHelp, {
    onDone: ({ askId }) =>
      void navigate({ to: paths.one as never, params: { askId } as never, replace: true }),
  });
  const known = { ...draft, isElder: offer?.isElder ?? false };
  const { asked, chosen } = readDraft(known, now);
  const text = draft.text.trim();
  const submit = () =>
    asked && send.mutate({ body: { ...asked, text, company: chosen, points: Number(draft.points) } });
  return (
    <>
      <PageHeader title={words.title} onBack />
      <What draft={draft} change={change} />
      <When draft={draft} change={change} now={now} />
      <Safety draft={known} change={change} now={now} />
      <Sheet>
        <div className="jia-stack">
          <ChoiceChips
            label={words.points}
            choices={pointChoices(spendable)}
            value={draft.points}
            onChange={(points) => change({ points })}
          />
          {points && <p className="jia-caption">{words.available(spendable, points.family !== null)}</p>}
          <p className="jia-caption">{words.pointsHelp}</p>
        </div>
      </Sheet>
      {send.error && <Banner kind="error">{sentenceOf(send.error)}</Banner>}
      <Button
        kind="primary"
        wide
        busy={send.isPending && words.sending}
        reason={asked && text ? undefined : words.incomplete}
        onPress={submit}
      >
        {words.send}
      </Button>
    </>
  );
}

function What({ draft, change }: PartProps) {
  const { kind, text, forWhom, indoors } = draft;
  return (
    <Sheet>
      <div className="jia-stack">
        <ChoiceChips
          label={words.kind}
          choices={choicesOf(helpKindLabels)}
          value={kind}
          onChange={(chosen) => change({ kind: chosen })}
        />
        <TextField
          label={words.text}
          help={words.textHelp}
          placeholder={words.textExample}
          rows={3}
          maxLength={200}
          value={text}
          onChange={(typed) => change({ text: typed })}
        />
        <ChoiceChips
          label={words.forWhom}
          choices={choicesOf(beneficiaryLabels)}
          value={forWhom}
          onChange={(chosen) => change({ forWhom: chosen })}
        />
        {kind && !kindSafeguards[kind].includes('indoors') && (
          <ChoiceChips
            label={words.indoors}
            choices={choicesOf({ no: words.indoorsNo, yes: words.indoorsYes })}
            value={indoors}
            onChange={(chosen) => change({ indoors: chosen })}
          />
        )}
      </div>
    </Sheet>
  );
}

function When({ draft, change, now }: PartProps & { now: Date }) {
  const days = daysFrom(now, 7).map((day) => ({ value: String(day), word: dayName(new Date(day), now) }));
  return (
    <Sheet>
      <div className="jia-stack">
        <ChoiceChips label={words.day} choices={days} value={draft.day} onChange={(day) => change({ day })} />
        <ChoiceChips
          label={words.slot}
          choices={choicesOf(words.slots)}
          value={draft.slot}
          onChange={(slot) => change({ slot })}
        />
        {readDraft(draft, now).isSlotGone && <p className="jia-hint">{words.slotGone}</p>}
      </div>
    </Sheet>
  );
}

function Safety({ draft, change, now }: PartProps & { now: Date }) {
  const { safeguards, companies, chosen } = readDraft(draft, now);
  const choices = choicesOf(companyLabels).filter(({ value }) => companies.includes(value));
  return (
    <div className={safeguards.length > 0 ? 'jia-help-safety' : 'jia-sheet jia-stack'}>
      {safeguards.length > 0 && (
        <p>{words.safety(safeguards.map((one) => safeguardLabels[one]).join('、'))}</p>
      )}
      <ChoiceChips
        label={words.company}
        choices={choices}
        value={chosen}
        onChange={(company) => change({ company })}
      />
      {safeguards.includes('child') && <p className="jia-caption">{words.safetyChild}</p>}
    </div>
  );
}
