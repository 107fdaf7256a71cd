import { useState } from 'react';
import { dispatchCase } from '#contract/cases/endpoints.ts';
import { remind } from '#contract/cases/joint/endpoints.ts';
import type { CaseRow } from '#contract/cases/records.ts';
import { groupCases } from '#contract/cases/suggest.ts';
import { call } from '#web/lib/call.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { FormDrawer } from '#web/ui/FormDrawer/FormDrawer.tsx';
import { type Option, SearchField } from '#web/ui/SelectField/SelectField.tsx';
import { searchUnits, unitOf } from '../units.ts';
import { BulkGuardRows, useBulkGuard } from './BulkGuard.tsx';
import { bulkGuardWords, deskWords as words } from './words.ts';

interface BulkBarProps {
  rows: readonly CaseRow[];
  onClear: () => void;
  onDone: (sentence: string) => void;
}

type Deed = 'dispatch' | 'group' | 'remind';

const verbs: Record<Deed, string> = {
  dispatch: words.bulkDispatch,
  group: words.bulkGroup,
  remind: words.bulkRemind,
};

/** One deed for all that are picked; what stands in another state keeps the others from nothing. */
export function BulkBar({ rows, onClear, onDone }: BulkBarProps) {
  const [deed, setDeed] = useState<Deed | null>(null);
  const is = (status: CaseRow['status']) => rows.length > 0 && rows.every((row) => row.status === status);
  const offered: Deed[] = [
    ...(is('registered') ? (['dispatch'] as const) : []),
    ...(rows.length > 1 ? (['group'] as const) : []),
    ...(is('dispatched') ? (['remind'] as const) : []),
  ];
  return (
    <div className="jia-board-bulk">
      <strong>{words.picked(rows.length)}</strong>
      {offered.map((one) => (
        <Button key={one} small onPress={() => setDeed(one)}>
          {verbs[one]}
        </Button>
      ))}
      <Button small kind="quiet" onPress={onClear}>
        {words.bulkClear}
      </Button>
      {deed && (
        <BulkForm
          deed={deed}
          rows={rows}
          onClose={() => setDeed(null)}
          onDone={(sentence) => {
            setDeed(null);
            onClear();
            onDone(sentence);
          }}
        />
      )}
    </div>
  );
}

interface BulkFormProps {
  deed: Deed;
  rows: readonly CaseRow[];
  onClose: () => void;
  onDone: (sentence: string) => void;
}

function BulkForm({ deed, rows, onClose, onDone }: BulkFormProps) {
  const [units, setUnits] = useState<Option[]>([]);
  const [rootId, setRootId] = useState(rows[0]?.caseId ?? '');
  const [note, setNote] = useState('');
  const { run, isRunning, problems } = useBulk(onDone);
  const [unit] = units;
  const guard = useBulkGuard(rows, unit?.value ?? null, deed === 'dispatch');
  const going = deed === 'dispatch' ? rows.filter(({ caseId }) => !guard.held.has(caseId)) : rows;
  const missing =
    deed === 'dispatch' && !unit
      ? words.choose
      : going.length === 0
        ? bulkGuardWords.allHeld
        : deed === 'remind' && !note.trim()
          ? words.remindMissing
          : undefined;
  return (
    <FormDrawer
      isOpen
      title={verbs[deed]}
      verb={words.bulkRun(verbs[deed], going.length)}
      busy={isRunning}
      reason={missing}
      problem={problems}
      onClose={onClose}
      onSubmit={() => void run({ deed, rows: going, unit: unit?.value ?? '', rootId, note: note.trim() })}
    >
      {deed === 'dispatch' && (
        <>
          <SearchField label={words.bulkUnit} value={units} search={searchUnits} onChange={setUnits} />
          <BulkGuardRows rows={rows} guard={guard} />
        </>
      )}
      {deed === 'group' && (
        <fieldset className="jia-candidates">
          <legend>{words.mergeKeep}</legend>
          <p className="jia-caption">{words.mergeHelp}</p>
          {rows.map((row) => (
            <label
              key={row.caseId}
              className={row.caseId === rootId ? 'jia-candidate jia-candidate-on' : 'jia-candidate'}
            >
              <input
                type="radio"
                name="root"
                checked={row.caseId === rootId}
                onChange={() => setRootId(row.caseId)}
              />
              <span className="jia-candidate-words">
                <strong>{row.title}</strong>
                <span className="jia-caption">
                  {row.number} · {row.placeText || row.area?.name} · {words.people(row.requesterCount)}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <TextField
        label={deed === 'remind' ? words.bulkRemindNote : deed === 'group' ? words.mergeNote : words.bulkNote}
        optional={deed !== 'remind'}
        rows={2}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
    </FormDrawer>
  );
}

interface Order {
  deed: Deed;
  rows: readonly CaseRow[];
  unit: string;
  rootId: string;
  note: string;
}

/** One call after the other: each case has its own version, and one refusal stops none of the others. */
function useBulk(onDone: (sentence: string) => void) {
  const [isRunning, setRunning] = useState(false);
  const [problems, setProblems] = useState<string | null>(null);
  const run = async (order: Order) => {
    setRunning(true);
    const refused: string[] = [];
    let done = 0;
    for (const act of actsOf(order)) {
      try {
        await act.send();
        done += act.count;
      } catch (error) {
        refused.push(`${act.word}：${sentenceOf(error)}`);
      }
    }
    await refresh(queryClient, ['cases']);
    setRunning(false);
    if (refused.length === 0) onDone(words.bulkDone(done));
    else setProblems([words.bulkDone(done), words.bulkFailed(refused.length), ...refused].join('；'));
  };
  return { run, isRunning, problems };
}

function actsOf({ deed, rows, unit, rootId, note }: Order) {
  if (deed === 'group') {
    const root = rows.find(({ caseId }) => caseId === rootId);
    if (!root) return [];
    const caseIds = rows.map(({ caseId }) => caseId).filter((id) => id !== rootId);
    const body = { caseIds, note, version: root.version };
    return [
      {
        word: root.number,
        count: rows.length,
        send: async () => void (await call(groupCases, { params: { caseId: rootId }, body })),
      },
    ];
  }
  return rows.map(({ caseId, number, version }) => ({
    word: number,
    count: 1,
    send: async () => {
      const params = { caseId };
      if (deed === 'remind') await call(remind, { params, body: { note, version } });
      else await call(dispatchCase, { params, body: { lead: unitOf(unit), helpers: [], note, version } });
    },
  }));
}
