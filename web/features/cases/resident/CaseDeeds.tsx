import { useState } from 'react';
import { rateCase, sayAgain, supplementCase, urgeCase } from '#contract/cases/resident/endpoints.ts';
import type { PlainCase } from '#contract/cases/resident/records.ts';
import { moment } from '#web/lib/formats.ts';
import { useCommand } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { say } from '#web/ui/say.ts';
import { Foot } from '../formParts.tsx';
import { AddMore } from './AddMore.tsx';
import { lastAct } from './PlainTimeline.tsx';
import { RatePanel } from './RatePanel.tsx';
import { addWords, againWords, rateWords, urgeWords as words } from './words.ts';

/** The question whether it is solved, while it is asked. */
export function RateCase({ record }: { record: PlainCase }) {
  const rate = useCommand(rateCase, {
    onDone: (told) => void say(told.status === 'in_progress' ? rateWords.doneAgain : rateWords.done),
  });
  if (record.can.rate !== true) return null;
  return (
    <RatePanel
      isBusy={rate.isPending}
      problem={rate.error}
      onSay={(saying) =>
        rate.mutate({ params: { caseId: record.caseId }, body: { ...saying, version: record.version } })
      }
    />
  );
}

/** At the foot: add to it and hurry it while it is in hand, report it again once it has ended. */
export function CaseDeeds({ record, onAgain }: { record: PlainCase; onAgain: (caseId: string) => void }) {
  const [isAdding, setAdding] = useState(false);
  const [isAgain, setAgain] = useState(false);
  const { can } = record;
  if (can.supplement !== true && can.again !== true) return null;
  return (
    <>
      <Foot>
        {can.again === true ? (
          <Button wide onPress={() => setAgain(true)}>
            {againWords.again}
          </Button>
        ) : (
          <>
            <Button wide onPress={() => setAdding(true)}>
              {addWords.add}
            </Button>
            <Urge record={record} />
          </>
        )}
      </Foot>
      {isAdding && (
        <AddMore
          endpoint={supplementCase}
          caseId={record.caseId}
          words={addWords}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            void say(addWords.done);
          }}
        />
      )}
      {isAgain && (
        <AddMore
          endpoint={sayAgain}
          caseId={record.caseId}
          words={againWords}
          textNeeded
          onClose={() => setAgain(false)}
          onDone={(told) => {
            setAgain(false);
            onAgain(told.caseId);
          }}
        />
      )}
    </>
  );
}

function Urge({ record }: { record: PlainCase }) {
  const urge = useCommand(urgeCase, { onDone: () => void say(words.done) });
  const { urge: may } = record.can;
  if (may === 'case.not_under_way') return null;
  return (
    <button
      type="button"
      className="jia-button jia-button-secondary jia-button-wide jia-urge"
      disabled={may !== true}
      aria-busy={urge.isPending}
      onClick={() => !urge.isPending && urge.mutate({ params: { caseId: record.caseId }, body: {} })}
    >
      <span>{urge.isPending ? words.busy : words.urge}</span>
      <small>{record.urgeFrom ? words.next(moment(record.urgeFrom)) : words.left}</small>
    </button>
  );
}

/** After somebody hurried it: what was done last, and what went wrong with the wish. */
export function UrgeNote({ record }: { record: PlainCase }) {
  if (!record.urgedAt || !record.urgeFrom) return null;
  return <Banner kind="notice">{words.last(lastAct(record.timeline))}</Banner>;
}
