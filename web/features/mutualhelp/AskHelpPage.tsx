import './help.css';
import { useState } from 'react';
import { type Beneficiary, type Company, type HelpKind, limits } from '#contract/mutualhelp/codes.ts';
import { askHelp } from '#contract/mutualhelp/endpoints.ts';
import { demandOf, kindSafeguards, safeguardsOf } from '#contract/mutualhelp/safety.ts';
import {
  beneficiaryLabels,
  companyLabels,
  helpKindLabels,
  safeguardLabels,
} from '#contract/mutualhelp/words.ts';
import { dayName } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
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

const pointChoices = [0, 5, 10, limits.pointsMax].map((points) => ({
  value: String(points),
  word: String(points),
}));

/** Asks the neighbours: what, for whom, when, and how it is kept safe. */
export function AskHelpPage() {
  const navigate = useNavigate();
  const [now] = useState(() => new Date());
  const days = daysFrom(now, 7);
  const [kind, setKind] = useState<HelpKind | null>(null);
  const [text, setText] = useState('');
  const [forWhom, setForWhom] = useState<Beneficiary>('self');
  const [indoors, setIndoors] = useState<'no' | 'yes'>('no');
  const [day, setDay] = useState(String(days[1]));
  const [slot, setSlot] = useState<Slot | null>(null);
  const [company, setCompany] = useState<Company>('one');
  const [points, setPoints] = useState('0');
  const send = useCommand(askHelp, {
    onDone: ({ askId }) =>
      void navigate({ to: paths.one as never, params: { askId } as never, replace: true }),
  });

  const times = slot && timesOf(Number(day), slot, now);
  const asked = kind && times ? { kind, forWhom, indoors: indoors === 'yes', ...times } : null;
  const safeguards = asked
    ? safeguardsOf({ ...asked, askerAge: null })
    : kind
      ? [...kindSafeguards[kind]]
      : [];
  const demand = demandOf(safeguards);
  const chosen = demand.companies.includes(company) ? company : (demand.companies[0] ?? 'two_helpers');
  const mayBeChosen = choicesOf(companyLabels).filter(({ value }) => demand.companies.includes(value));

  return (
    <>
      <PageHeader title={words.title} onBack />
      <Sheet>
        <div className="jia-stack">
          <ChoiceChips
            label={words.kind}
            choices={choicesOf(helpKindLabels)}
            value={kind}
            onChange={setKind}
          />
          <TextField
            label={words.text}
            help={words.textHelp}
            placeholder={words.textExample}
            rows={3}
            maxLength={200}
            value={text}
            onChange={setText}
          />
          <ChoiceChips
            label={words.forWhom}
            choices={choicesOf(beneficiaryLabels)}
            value={forWhom}
            onChange={setForWhom}
          />
          {kind && !kindSafeguards[kind].includes('indoors') && (
            <ChoiceChips
              label={words.indoors}
              choices={choicesOf({ no: words.indoorsNo, yes: words.indoorsYes })}
              value={indoors}
              onChange={setIndoors}
            />
          )}
        </div>
      </Sheet>
      <Sheet>
        <div className="jia-stack">
          <ChoiceChips
            label={words.day}
            choices={days.map((one) => ({ value: String(one), word: dayName(new Date(one), now) }))}
            value={day}
            onChange={setDay}
          />
          <ChoiceChips label={words.slot} choices={choicesOf(words.slots)} value={slot} onChange={setSlot} />
          {slot && !times && <p className="jia-hint">{words.slotGone}</p>}
        </div>
      </Sheet>
      <div className={safeguards.length > 0 ? 'jia-help-safety' : 'jia-sheet jia-stack'}>
        {safeguards.length > 0 && (
          <p>{words.safety(safeguards.map((one) => safeguardLabels[one]).join('、'))}</p>
        )}
        <ChoiceChips label={words.company} choices={mayBeChosen} value={chosen} onChange={setCompany} />
        {safeguards.includes('child') && <p className="jia-caption">{words.safetyChild}</p>}
      </div>
      <Sheet>
        <ChoiceChips label={words.points} choices={pointChoices} value={points} onChange={setPoints} />
        <p className="jia-caption">{words.pointsHelp}</p>
      </Sheet>
      {send.error && <Banner kind="error">{sentenceOf(send.error)}</Banner>}
      <Button
        kind="primary"
        wide
        busy={send.isPending && words.sending}
        reason={asked && text.trim() ? undefined : words.incomplete}
        onPress={() =>
          asked &&
          send.mutate({ body: { ...asked, text: text.trim(), company: chosen, points: Number(points) } })
        }
      >
        {words.send}
      </Button>
    </>
  );
}
