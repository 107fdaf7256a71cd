import { useEffect, useState } from 'react';
import type { Channel } from '#contract/cases/codes.ts';
import { mergeCase, openCase } from '#contract/cases/endpoints.ts';
import type { Kind } from '#contract/cases/machine.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { type SimilarCase, suggestCase } from '#contract/cases/suggest.ts';
import { call } from '#web/lib/call.ts';
import { useDraft } from '#web/lib/draft.ts';
import { moment } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { SelectField } from '#web/ui/SelectField/SelectField.tsx';
import { Tick } from '../formParts.tsx';
import { labels } from '../words.ts';
import { SuggestedMatters, SuggestedPlace } from './Suggested.tsx';
import { deskLabels, deskWords as words } from './words.ts';

/** Where a request comes in at the desk, and the kind it becomes. Orders of the hotline have a number and a date. */
const ways: readonly { channel: Channel; kind: Kind }[] = [
  { channel: 'phone', kind: 'resident_report' },
  { channel: 'visit', kind: 'resident_report' },
  { channel: 'wechat', kind: 'resident_report' },
  { channel: 'hotline', kind: 'hotline_order' },
  { channel: 'enterprise', kind: 'enterprise_demand' },
  { channel: 'inner', kind: 'proactive_task' },
];

const nothing = {
  channel: 'phone',
  text: '',
  placeText: '',
  areaId: null as string | null,
  matterCode: null as string | null,
  name: '',
  phone: '',
  hidden: false,
  externalNumber: '',
  dueDay: '',
  into: null as string | null,
};
type Typed = typeof nothing;

interface TakeInProps {
  onClose: () => void;
  onTaken: (taken: CaseMoved) => void;
}

/** 登记一件: the words first; category, place and cases alike are heard from them while they are typed. */
export function TakeIn({ onClose, onTaken }: TakeInProps) {
  const draft = useDraft('take-in', nothing);
  const typed = draft.value;
  const set = (part: Partial<Typed>) => draft.change({ ...typed, ...part });
  const heard = useHeard(typed);
  const open = useCommand(openCase, {
    onDone: async (taken) => {
      draft.discard();
      onTaken(typed.into ? await mergedInto(taken, typed.into) : taken);
    },
  });
  return (
    <FormDrawer
      isOpen
      title={words.takeIn}
      verb={typed.into ? words.takeInMerge : words.takeInVerb}
      busy={open.isPending}
      problem={open.error && sentenceOf(open.error)}
      reason={missingIn(typed)}
      onClose={onClose}
      onSubmit={() => open.mutate({ body: bodyOf(typed) })}
    >
      {heard?.alarms.map(({ kind, word }) => (
        <Banner key={kind} kind="error">
          {words.alarm(deskLabels.alarm[kind], word)}
        </Banner>
      ))}
      <SelectField
        label={words.channel}
        options={ways.map(({ channel }) => ({ value: channel, word: labels.channel[channel] }))}
        value={typed.channel}
        onChange={(channel) => set({ channel: channel ?? 'phone' })}
      />
      <TextField
        label={words.what}
        rows={4}
        maxLength={4000}
        placeholder={words.whatExample}
        value={typed.text}
        onChange={(text) => set({ text })}
      />
      {heard && (
        <SuggestedMatters
          matters={heard.matters}
          value={typed.matterCode}
          onTake={(code) => set({ matterCode: code === typed.matterCode ? null : code })}
        />
      )}
      <TextField
        label={words.where}
        maxLength={200}
        value={typed.placeText}
        onChange={(placeText) => set({ placeText })}
      />
      <SuggestedPlace place={heard?.place} value={typed.areaId} onTake={(areaId) => set({ areaId })} />
      <Field label={words.place} optional>
        {(ids) => <AreaPicker {...ids} value={typed.areaId} onChange={(areaId) => set({ areaId })} />}
      </Field>
      {heard && <OpenAlike similar={heard.similar} into={typed.into} onInto={(into) => set({ into })} />}
      <Who typed={typed} set={set} />
      {typed.channel === 'hotline' && <Order typed={typed} set={set} />}
    </FormDrawer>
  );
}

interface PartProps {
  typed: Typed;
  set: (part: Partial<Typed>) => void;
}

function Who({ typed, set }: PartProps) {
  return (
    <>
      <TextField
        label={words.requesterName}
        optional
        maxLength={40}
        value={typed.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={words.requesterPhone}
        optional
        type="tel"
        inputMode="tel"
        maxLength={11}
        value={typed.phone}
        onChange={(phone) => set({ phone })}
      />
      <Tick isOn={typed.hidden} onChange={(hidden) => set({ hidden })}>
        {words.hidden}
      </Tick>
    </>
  );
}

/** The order's own number and date are the authority. */
function Order({ typed, set }: PartProps) {
  return (
    <>
      <TextField
        label={words.externalNumber}
        maxLength={60}
        value={typed.externalNumber}
        onChange={(externalNumber) => set({ externalNumber })}
      />
      <TextField
        label={words.orderDue}
        type="date"
        value={typed.dueDay}
        onChange={(dueDay) => set({ dueDay })}
      />
    </>
  );
}

interface AlikeProps {
  similar: readonly SimilarCase[];
  into: string | null;
  onInto: (caseId: string | null) => void;
}

function OpenAlike({ similar, into, onInto }: AlikeProps) {
  if (similar.length === 0) return null;
  return (
    <fieldset className="jia-suggested">
      <legend>{words.same(similar.length)}</legend>
      {similar.map(({ caseId, title, placeText, reportedAt, requesterCount }) => (
        <button
          key={caseId}
          type="button"
          aria-pressed={caseId === into}
          onClick={() => onInto(caseId === into ? null : caseId)}
        >
          <strong>{title}</strong>
          <span>{caseId === into ? words.mergingInto : words.mergeInto}</span>
          <span className="jia-caption">
            {[placeText, moment(reportedAt), words.people(requesterCount)].filter(Boolean).join(' · ')}
          </span>
        </button>
      ))}
    </fieldset>
  );
}

const typingPauseMs = 500;
const heardFrom = 4;

/** What the words say, asked when the typing pauses. */
function useHeard({ text, placeText, areaId, matterCode }: Typed) {
  const [asked, setAsked] = useState({ text: '', placeText: '' });
  useEffect(() => {
    const timer = setTimeout(
      () => setAsked({ text: text.trim(), placeText: placeText.trim() }),
      typingPauseMs,
    );
    return () => clearTimeout(timer);
  }, [text, placeText]);
  const isEnough = asked.text.length >= heardFrom;
  const { data } = useRead(suggestCase, { body: { ...asked, areaId, matterCode } }, { enabled: isEnough });
  return isEnough ? data : undefined;
}

/** The new case joins the open one at once, with its requester. */
async function mergedInto(taken: CaseMoved, intoCaseId: string): Promise<CaseMoved> {
  await call(mergeCase, {
    params: { caseId: taken.caseId },
    body: { intoCaseId, version: taken.version },
  });
  return { ...taken, caseId: intoCaseId };
}

function missingIn({ channel, text, placeText, areaId, phone, name, externalNumber, dueDay }: Typed) {
  if (!text.trim()) return words.whatMissing;
  if (!placeText.trim() && !areaId) return words.whereMissing;
  if (phone && !/^1\d{10}$/.test(phone)) return words.phoneWrong(phone.length);
  if (phone && !name.trim()) return words.nameMissing;
  return channel === 'hotline' && (!externalNumber.trim() || !dueDay) ? words.orderMissing : undefined;
}

function bodyOf(typed: Typed) {
  const way = ways.find(({ channel }) => channel === typed.channel) ?? {
    channel: 'phone',
    kind: 'resident_report',
  };
  const isOrder = way.channel === 'hotline';
  return {
    ...(way as { channel: Channel; kind: Kind }),
    text: typed.text.trim(),
    placeText: typed.placeText.trim(),
    areaId: typed.areaId,
    matterCode: typed.matterCode,
    requester: typed.name.trim()
      ? { name: typed.name.trim(), phone: typed.phone || null, hidden: typed.hidden }
      : null,
    externalNumber: isOrder ? typed.externalNumber.trim() : null,
    dueAt: isOrder ? new Date(`${typed.dueDay}T23:59:00+08:00`).toISOString() : null,
  };
}
