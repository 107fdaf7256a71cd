import '../attendance.css';
import { useState } from 'react';
import { drawSpotCheck } from '#contract/attendance/desk.ts';
import type { HourEntryRecord } from '#contract/attendance/records.ts';
import { clock, dayStamp } from '#web/lib/formats.ts';
import { useMayAnywhere } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useRead } from '#web/lib/query.ts';
import { AreaPicker } from '#web/ui/AreaPicker/AreaPicker.tsx';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { Field, TextField } from '#web/ui/Field/Field.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { hoursText, labels } from '../words.ts';
import { PublishCheck } from './PublishCheck.tsx';
import { ledgerWords, spotCheckWords as words } from './words.ts';

const monthMs = 30 * 86_400_000;

interface Asked {
  areaId: string;
  seed: string;
  from: string;
  to: string;
}

/** A sample of the ledger drawn from a word that was said aloud; anybody can draw it again. What it finds is published. */
export function SpotCheckPage() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [wrongIds, setWrongIds] = useState<readonly string[]>([]);
  const [step, setStep] = useState<'look' | 'publish' | 'published'>('look');
  const mayPublish = useMayAnywhere()('activity.approve');
  const { data, error } = useRead(
    drawSpotCheck,
    { query: asked ?? { seed: '-', from: '2000-01-01', to: '2000-01-01' } },
    { enabled: asked !== null },
  );
  const draw = (next: Asked) => {
    setWrongIds([]);
    setStep('look');
    setAsked(next);
  };
  return (
    <DeskPage
      title={words.title}
      actions={
        <Button icon="people" href="/p/hours">
          {words.toNotice}
        </Button>
      }
    >
      <DrawForm onDraw={draw} />
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      {step === 'published' && <Banner kind="notice">{words.published}</Banner>}
      {data?.items.length === 0 && <EmptyState>{words.none}</EmptyState>}
      {data && asked && data.items.length > 0 && (
        <>
          <div className="jia-attendance-pair">
            <p className="jia-caption">{words.drawn(data.items.length, data.outOf)}</p>
            <Button icon="printer" onPress={() => window.print()}>
              {words.print}
            </Button>
            {mayPublish && step !== 'published' && (
              <Button kind="primary" onPress={() => setStep('publish')}>
                {words.publish}
              </Button>
            )}
          </div>
          <Sample items={data.items} wrongIds={wrongIds} onChange={setWrongIds} />
          {step === 'publish' && (
            <PublishCheck
              asked={asked}
              drawn={data.items.length}
              wrongIds={wrongIds}
              onDone={() => setStep('published')}
              onClose={() => setStep('look')}
            />
          )}
        </>
      )}
    </DeskPage>
  );
}

function DrawForm({ onDraw }: { onDraw: (asked: Asked) => void }) {
  const now = new Date();
  const [areaId, setAreaId] = useState<string | null>(null);
  const [from, setFrom] = useState(dayStamp(new Date(now.getTime() - monthMs)));
  const [to, setTo] = useState(dayStamp(now));
  const [seed, setSeed] = useState('');
  return (
    <>
      <div className="jia-attendance-draw">
        <Field label={words.area}>
          {({ id }) => <AreaPicker id={id} value={areaId} onChange={setAreaId} />}
        </Field>
        <TextField label={words.from} type="date" value={from} onChange={setFrom} />
        <TextField label={words.to} type="date" value={to} onChange={setTo} />
        <TextField label={words.seed} help={words.seedHelp} value={seed} maxLength={60} onChange={setSeed} />
      </div>
      <div className="jia-attendance-pair">
        <Button
          kind="primary"
          reason={!areaId ? words.areaMissing : seed.trim() ? undefined : words.seedMissing}
          onPress={() => areaId && onDraw({ areaId, seed: seed.trim(), from, to })}
        >
          {words.verb}
        </Button>
      </div>
    </>
  );
}

interface SampleProps {
  items: readonly HourEntryRecord[];
  wrongIds: readonly string[];
  onChange: (wrongIds: readonly string[]) => void;
}

function Sample({ items, wrongIds, onChange }: SampleProps) {
  const { columns } = ledgerWords;
  const heads = [columns.day, columns.name, columns.title, columns.span, columns.minutes, columns.source];
  return (
    <table className="jia-spotcheck">
      <thead>
        <tr>
          {[...heads, words.checked].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ entryId, ...entry }) => (
          <tr key={entryId}>
            <td>{entry.day}</td>
            <td>{entry.name}</td>
            <td>{entry.title}</td>
            <td>{`${clock(entry.startedAt)}–${clock(entry.endedAt)}`}</td>
            <td>{hoursText(entry.minutes)}</td>
            <td>{labels.source[entry.source]}</td>
            <td>
              <Tick
                isOn={wrongIds.includes(entryId)}
                onChange={(isOn) =>
                  onChange(isOn ? [...wrongIds, entryId] : wrongIds.filter((id) => id !== entryId))
                }
              >
                {words.wrong}
              </Tick>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
