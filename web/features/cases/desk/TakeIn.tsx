import { useEffect, useState } from 'react';
import { mergeCase, openCase } from '#contract/cases/endpoints.ts';
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
import { labels } from '../words.ts';
import { SuggestedMatters, SuggestedPlace } from './Suggested.tsx';
import { Order, Wanted, Who } from './TakeInFields.tsx';
import { bodyOf, missingIn, nothing, type Typed, ways } from './takenIn.ts';
import { deskLabels, deskWords as words } from './words.ts';

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
      <Wanted typed={typed} set={set} />
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
