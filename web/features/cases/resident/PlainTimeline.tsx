import './resident.css';
import type { PlainCase } from '#contract/cases/resident/records.ts';
import { clock, dayName, stamp } from '#web/lib/formats.ts';
import { PictureRow } from '../PhotoGrid.tsx';
import { VoiceRow } from './VoiceRow.tsx';
import { plainActLabels, toldWords as words } from './words.ts';

type Told = PlainCase['timeline'][number];

/** What happened, newest first, in the words of the requester. */
export function PlainTimeline({ told }: { told: readonly Told[] }) {
  return (
    <ol className="jia-told">
      {[...told].reverse().map((step, index) => (
        <li key={`${step.at} ${step.act}`} className={index === 0 ? 'jia-told-now' : undefined}>
          <time dateTime={step.at}>{shortTime(step.at)}</time>
          <div>
            <p>
              {step.unit && <strong>{step.unit} </strong>}
              {sentence(step)}
            </p>
            {step.note && <p className="jia-told-note">{step.note}</p>}
            <PictureRow fileIds={step.fileIds} word={words.photos} />
            <VoiceRow fileIds={step.voiceIds} />
          </div>
        </li>
      ))}
    </ol>
  );
}

const sentence = ({ act, until }: Told): string =>
  until === null ? plainActLabels[act] : `${plainActLabels[act]}，${words.until(dayName(until))}`;

/** `10:22` of today, `11-20` of another day. */
const shortTime = (at: string): string => (sameDay(at) ? clock(at) : (stamp(at).split(' ')[0] ?? ''));

const sameDay = (at: string): boolean => stamp(at).split(' ')[0] === stamp(new Date()).split(' ')[0];

/** The last thing that was done, for whoever is about to hurry it. */
export function lastAct(told: readonly Told[]): string {
  const last = told.findLast(({ act }) => act !== 'urged' && act !== 'added' && act !== 'followed');
  return last ? `${shortTime(last.at)} ${[last.unit, sentence(last)].filter(Boolean).join(' ')}` : '';
}
