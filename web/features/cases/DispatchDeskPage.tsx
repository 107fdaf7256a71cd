import './cases.css';
import { useEffect, useState } from 'react';
import type { CommunityDuty } from '#contract/cases/codes.ts';
import { countCases, dispatchCase, getCase, listCases, listMatters } from '#contract/cases/endpoints.ts';
import type { CaseRecord, CaseRow } from '#contract/cases/records.ts';
import { readArea } from '#contract/territory/endpoints.ts';
import { clock } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { type PagedRows, useCommand, usePages, useRead } from '#web/lib/query.ts';
import { useFilters } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { type Option, SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { CaseBody, CaseVerbs } from './CaseView.tsx';
import { Lamp } from './lamp.tsx';
import { searchUnits, unitOf, unitValue } from './units.ts';
import { deskWords, labels, reasonOf, dispatchWords as words } from './words.ts';

const stages = ['registered', 'submitted'] as const;

/** 派单台: the list by date at the left, one case in the middle, who gets it at the right. */
export function DispatchDeskPage() {
  const [filters, setFilters] = useFilters();
  const stage = stages.find((one) => one === filters.stage) ?? 'registered';
  const rows = usePages(listCases, { query: { status: stage } });
  const chosen = rows.rows.find(({ caseId }) => caseId === filters.case) ?? rows.rows[0];
  const open = (caseId: string | undefined) => setFilters({ case: caseId });
  useArrowKeys(rows.rows, chosen?.caseId, open);
  return (
    <DeskPage title={words.stages[stage]} figures={<DispatchFigures />}>
      <ChoiceChips
        label={deskWords.status}
        choices={stages.map((value) => ({ value, word: words.stages[value] }))}
        value={stage}
        onChange={(next) => setFilters({ stage: next, case: undefined })}
      />
      <div className="jia-dispatch">
        <DispatchList rows={rows} chosenId={chosen?.caseId} onOpen={open} />
        {chosen && <DispatchCase key={chosen.caseId} caseId={chosen.caseId} />}
      </div>
    </DeskPage>
  );
}

function DispatchFigures() {
  const { data } = useRead(countCases);
  if (!data) return null;
  const waiting = data.byStatus
    .filter(({ status }) => status === 'submitted' || status === 'registered')
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Figure value={waiting} word={words.fresh} />
      <Figure value={data.overdue} word={deskWords.overdue} tone={data.overdue > 0 ? 'late' : 'plain'} />
      <Figure value={data.dueToday} word={deskWords.dueToday} />
    </>
  );
}

interface DispatchListProps {
  rows: PagedRows<CaseRow>;
  chosenId: string | undefined;
  onOpen: (caseId: string) => void;
}

function DispatchList({ rows, chosenId, onOpen }: DispatchListProps) {
  if (rows.error) return <Failed sentence={sentenceOf(rows.error)} onRetry={rows.retry} />;
  if (rows.isLoading) return <Loading rows={6} />;
  if (rows.rows.length === 0) return <EmptyState icon="check">{words.emptyHelp}</EmptyState>;
  return (
    <nav className="jia-dispatch-list" aria-label={deskWords.byDue}>
      <p className="jia-caption">
        {deskWords.byDue} · {words.hint}
      </p>
      {rows.rows.map((row) => (
        <button
          key={row.caseId}
          type="button"
          aria-current={row.caseId === chosenId}
          onClick={() => onOpen(row.caseId)}
        >
          <span className="jia-dispatch-title">{row.title}</span>
          <span className="jia-text2">{row.placeText || row.area?.name || deskWords.noPlace}</span>
          <span className="jia-dispatch-foot">
            <Lamp of={row} />
            <span className="jia-caption">
              {labels.kind[row.kind]} · {clock(row.reportedAt)}
            </span>
          </span>
        </button>
      ))}
      {rows.hasMore && <Button onPress={rows.more}>{words.moreRows}</Button>}
    </nav>
  );
}

function DispatchCase({ caseId }: { caseId: string }) {
  const { data, error, refetch } = useRead(getCase, { params: { caseId } });
  if (error && !data) return <Failed sentence={sentenceOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return (
    <>
      <div className="jia-case-main">
        <CaseBody record={data} />
      </div>
      <aside className="jia-case-side">
        {data.status === 'registered' && <ChooseUnit record={data} />}
        <Section title={data.status === 'registered' ? words.more : words.stages.submitted}>
          <CaseVerbs record={data} without={['dispatch']} />
        </Section>
      </aside>
    </>
  );
}

/** The community of the place first; another unit by name. Enter sends. */
/** Sends the case once, by the button or by Enter. */
function useDispatch(record: CaseRecord, chosen: Option | null, helpers: readonly Option[], note: string) {
  const dispatch = useCommand(dispatchCase);
  const send = () => {
    if (!chosen || dispatch.isPending || record.can.dispatch !== true) return;
    dispatch.mutate({
      params: { caseId: record.caseId },
      body: {
        lead: unitOf(chosen.value),
        helpers: helpers.map(({ value }) => unitOf(value)),
        note: note.trim(),
        version: record.version,
      },
    });
  };
  useEnter(send);
  return { dispatch, send };
}

function ChooseUnit({ record }: { record: CaseRecord }) {
  const { unit: local, duty } = useLocalUnit(record);
  const [others, setOthers] = useState<Option[]>([]);
  const [lead, setLead] = useState<string | null>(null);
  const [helpers, setHelpers] = useState<Option[]>([]);
  const [note, setNote] = useState('');
  const choices = [...(local && duty === 'lead' ? [local] : []), ...others];
  const chosen = choices.find(({ value }) => value === lead) ?? null;
  const may = record.can.dispatch;
  const { dispatch, send } = useDispatch(record, chosen, helpers, note);
  return (
    <Section title={words.unit}>
      {dispatch.error && <Banner kind="error">{sentenceOf(dispatch.error)}</Banner>}
      {local && duty !== 'lead' && <p className="jia-caption">{words.duty(local.word, labels.duty[duty])}</p>}
      {choices.length > 0 && (
        <ChoiceChips
          label={words.local}
          choices={choices}
          value={lead}
          onChange={(value) => setLead(value)}
        />
      )}
      <SearchField
        label={words.other}
        optional
        value={others}
        search={searchUnits}
        onChange={(next) => {
          setOthers(next);
          if (next[0]) setLead(next[0].value);
        }}
      />
      <SearchField
        label={words.helpers}
        optional
        many
        value={helpers}
        search={searchUnits}
        onChange={setHelpers}
      />
      <TextField
        label={words.note}
        optional
        rows={2}
        maxLength={1000}
        placeholder={words.noteExample}
        value={note}
        onChange={setNote}
      />
      <Button
        kind="primary"
        wide
        shortcut="Enter"
        busy={dispatch.isPending && words.sending}
        reason={chosen ? (may === true ? undefined : reasonOf(may)) : words.chooseUnit}
        onPress={send}
      >
        {chosen ? words.send(chosen.word) : words.sendPlain}
      </Button>
    </Section>
  );
}

/** The community in which the place lies, where the matter is on its duty list (art. 17). */
function useLocalUnit({ area, matter }: CaseRecord): { unit: Option | null; duty: CommunityDuty } {
  const { data } = useRead(readArea, { params: { areaId: area?.areaId ?? '' } }, { enabled: area !== null });
  const matters = useRead(listMatters);
  const duty = matters.data?.items.find(({ code }) => code === matter?.code)?.communityDuty ?? 'none';
  const community = data?.chain.find(({ level }) => level === 'community');
  const unit = community ? { value: unitValue('area', community.areaId), word: community.name } : null;
  return { unit, duty };
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, button, a, dialog, [role]') !== null;

function useKey(key: string, act: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== key || isTyping(event.target)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  });
}

const useEnter = (act: () => void): void => useKey('Enter', act);

function useArrowKeys(
  rows: readonly CaseRow[],
  chosenId: string | undefined,
  onOpen: (caseId: string) => void,
): void {
  const at = rows.findIndex(({ caseId }) => caseId === chosenId);
  const go = (step: number) => {
    const next = rows[at + step];
    if (next) onOpen(next.caseId);
  };
  useKey('ArrowDown', () => go(1));
  useKey('ArrowUp', () => go(-1));
}
