import './attendance.css';
import { useState } from 'react';
import { drawSpotCheck } from '#contract/attendance/desk.ts';
import { clock, dayStamp } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { hoursText, labels, ledgerWords, spotCheckWords as words } from './words.ts';

const monthMs = 30 * 86_400_000;

/** A sample of the ledger drawn from a word that was said aloud; anybody can draw it again. */
export function SpotCheckPage() {
  const now = new Date();
  const [from, setFrom] = useState(dayStamp(new Date(now.getTime() - monthMs)));
  const [to, setTo] = useState(dayStamp(now));
  const [seed, setSeed] = useState('');
  const [asked, setAsked] = useState<{ seed: string; from: string; to: string } | null>(null);
  const { data, error } = useRead(
    drawSpotCheck,
    { query: asked ?? { seed: '-', from, to } },
    { enabled: asked !== null },
  );
  return (
    <DeskPage title={words.title}>
      <div className="jia-attendance-pair">
        <TextField label={words.seed} help={words.seedHelp} value={seed} maxLength={60} onChange={setSeed} />
        <TextField label={words.from} type="date" value={from} onChange={setFrom} />
        <TextField label={words.to} type="date" value={to} onChange={setTo} />
      </div>
      <div className="jia-attendance-pair">
        <Button
          kind="primary"
          reason={seed.trim() ? undefined : words.seedMissing}
          onPress={() => setAsked({ seed, from, to })}
        >
          {words.verb}
        </Button>
        {data && data.items.length > 0 && (
          <Button icon="printer" onPress={() => window.print()}>
            {words.print}
          </Button>
        )}
      </div>
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      {data?.items.length === 0 && <EmptyState>{words.none}</EmptyState>}
      {data && data.items.length > 0 && (
        <>
          <p className="jia-caption">{words.drawn(data.items.length, data.outOf)}</p>
          <table className="jia-spotcheck">
            <thead>
              <tr>
                <th>{ledgerWords.columns.day}</th>
                <th>{ledgerWords.columns.name}</th>
                <th>{ledgerWords.columns.title}</th>
                <th>{ledgerWords.columns.span}</th>
                <th>{ledgerWords.columns.minutes}</th>
                <th>{ledgerWords.columns.source}</th>
                <th>{words.checked}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((entry) => (
                <tr key={entry.entryId}>
                  <td>{entry.day}</td>
                  <td>{entry.name}</td>
                  <td>{entry.title}</td>
                  <td>{`${clock(entry.startedAt)}–${clock(entry.endedAt)}`}</td>
                  <td>{hoursText(entry.minutes)}</td>
                  <td>{labels.source[entry.source]}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </DeskPage>
  );
}
