import '../cases.css';
import './desk.css';
import { useRef, useState } from 'react';
import { countCases, listCases } from '#contract/cases/endpoints.ts';
import { readDeskFigures } from '#contract/cases/joint/endpoints.ts';
import { type Kind, kinds } from '#contract/cases/machine.ts';
import type { CaseRow } from '#contract/cases/records.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { type PagedRows, usePages, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { Figure } from '#web/ui/Figure/Figure.tsx';
import { FilterSentence } from '#web/ui/RegisterTable/FilterSentence.tsx';
import { labels, deskWords as shared } from '../words.ts';
import { BulkBar } from './BulkBar.tsx';
import { DeskCase } from './DeskCase.tsx';
import { DeskList } from './DeskList.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { TakeIn } from './TakeIn.tsx';
import { type DeskAddress, type Stage, stageNames, stages, useCursor, useDeskAddress } from './useCursor.ts';
import { useKeys } from './useKeys.ts';
import { deskWords as words } from './words.ts';

/** 派单台: what waits at the left, one case in the middle, to whom it goes at the right. */
export function DispatchDeskPage() {
  const address = useDeskAddress();
  const [done, setDone] = useState<string | null>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const [takesIn, setTakesIn] = useState(false);
  const mayTakeIn = useMayAnywhere()('case.intake');
  const rows = usePages(listCases, { query: queryOf(address) });
  const cursor = useCursor(rows, address);
  const { caseId } = cursor;
  useKeys({
    j: cursor.next,
    k: cursor.previous,
    ArrowDown: cursor.next,
    ArrowUp: cursor.previous,
    '?': () => setShowsKeys(true),
    n: mayTakeIn ? () => setTakesIn(true) : undefined,
  });
  return (
    <DeskPage
      title={words.title}
      figures={<HeadFigures />}
      actions={
        <HeadActions onKeys={() => setShowsKeys(true)} onTakeIn={mayTakeIn ? () => setTakesIn(true) : null} />
      }
    >
      {done && <Banner kind="notice">{done}</Banner>}
      <div className="jia-board">
        <Queue rows={rows} address={address} caseId={caseId} onDone={setDone} />
        {caseId ? (
          <DeskCase
            key={caseId}
            caseId={caseId}
            stage={address.stage}
            onGone={(sentence) => {
              setDone(sentence);
              cursor.leave(caseId);
            }}
            onNext={cursor.next}
          />
        ) : (
          <div className="jia-board-none" />
        )}
      </div>
      {showsKeys && <KeysHelp onClose={() => setShowsKeys(false)} />}
      {takesIn && (
        <TakeIn
          onClose={() => setTakesIn(false)}
          onTaken={(taken) => {
            setTakesIn(false);
            setDone(words.takenIn(taken.number));
            address.go({ stage: 'submitted', caseId: taken.caseId });
          }}
        />
      )}
    </DeskPage>
  );
}

function HeadActions({ onKeys, onTakeIn }: { onKeys: () => void; onTakeIn: (() => void) | null }) {
  return (
    <>
      <Button small kind="quiet" shortcut="?" onPress={onKeys}>
        {words.keys}
      </Button>
      {onTakeIn && (
        <Button small icon="plus" shortcut="N" onPress={onTakeIn}>
          {words.takeIn}
        </Button>
      )}
    </>
  );
}

interface QueueProps {
  rows: PagedRows<CaseRow>;
  address: DeskAddress;
  caseId: string | undefined;
  onDone: (sentence: string) => void;
}

/** The left column: stages with their counts, filters, what is picked, the list. */
function Queue({ rows, address, caseId, onDone }: QueueProps) {
  const { stage, filters, picked, pick, filter, go } = address;
  const box = useRef<HTMLDivElement>(null);
  useKeys({
    x: () => caseId && pick(toggled(picked, caseId)),
    '/': () => box.current?.querySelector<HTMLElement>('.jia-filters-search input')?.focus(),
  });
  return (
    <div className="jia-board-list">
      <Stages stage={stage} onGo={(next) => go({ stage: next, caseId: undefined })} />
      <div className="jia-board-filters" ref={box}>
        <FilterSentence parts={filterParts} values={filters} onChange={filter} />
      </div>
      {picked.length > 0 && (
        <BulkBar
          rows={rows.rows.filter((row) => picked.includes(row.caseId))}
          onClear={() => pick([])}
          onDone={onDone}
        />
      )}
      <DeskList
        rows={rows}
        caseId={caseId}
        picked={picked}
        isSearch={Object.values(filters).some(Boolean)}
        onOpen={(next) => go({ caseId: next })}
        onPick={pick}
      />
    </div>
  );
}

const toggled = (picked: readonly string[], caseId: string): string[] =>
  picked.includes(caseId) ? picked.filter((one) => one !== caseId) : [...picked, caseId];

function queryOf({ stage, filters }: DeskAddress) {
  const { search, kind, lamp } = filters;
  return {
    ...stages[stage],
    ...(search ? { search } : {}),
    ...(kind ? { kind: kind as Kind } : {}),
    ...(lamp === 'red' || lamp === 'yellow' ? ({ lamp } as const) : {}),
  };
}

const filterParts = [
  { kind: 'search' as const, key: 'search', label: shared.search },
  {
    kind: 'choice' as const,
    key: 'lamp',
    label: words.lamp,
    all: words.allLamps,
    choices: [
      { value: 'red', word: words.red },
      { value: 'yellow', word: words.yellow },
    ],
  },
  {
    kind: 'choice' as const,
    key: 'kind',
    label: shared.kind,
    all: shared.allKinds,
    choices: kinds.map((value) => ({ value, word: labels.kind[value] })),
  },
];

function HeadFigures() {
  const { data } = useRead(readDeskFigures);
  if (!data) return null;
  return (
    <>
      <Figure value={data.fresh} word={words.fresh} />
      <Figure value={data.overdue} word={words.overdue} tone={data.overdue > 0 ? 'late' : 'plain'} />
      <Figure value={data.toArbitrate} word={words.toArbitrate} />
      <Figure value={data.dispatchedToday} word={words.today} />
      {data.averageMinutes !== null && (
        <Figure value={data.averageMinutes} unit={words.minutes} word={words.average} />
      )}
    </>
  );
}

/** Where the cases of the desk stand, each with how many there are. */
function Stages({ stage, onGo }: { stage: Stage; onGo: (stage: Stage) => void }) {
  const counts = useRead(countCases).data?.byStatus;
  const toArbitrate = useRead(readDeskFigures).data?.toArbitrate;
  const countOf = (name: Stage) =>
    name === 'returned' ? toArbitrate : counts && (counts.find(({ status }) => status === name)?.count ?? 0);
  return (
    <div className="jia-board-stages">
      {stageNames.map((name) => (
        <button key={name} type="button" aria-pressed={name === stage} onClick={() => onGo(name)}>
          {words.stages[name]} <span className="jia-keep">{countOf(name)}</span>
        </button>
      ))}
    </div>
  );
}
