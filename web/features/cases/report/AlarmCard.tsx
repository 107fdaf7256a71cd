import { safetyAlarms } from '#contract/cases/safety/alarms.ts';
import { gasRepairPhones, safetyCalls } from '#contract/cases/safety/calls.ts';
import { useMe } from '#web/lib/me.ts';
import { NumberTile } from '#web/ui/CallCard/CallCard.tsx';
import { suggestWords as words } from '../resident/words.ts';

/** Words of danger: first the telephone. Read on the phone itself, so that it also stands there without a network. */
export function AlarmCard({ text }: { text: string }) {
  const { data: me } = useMe();
  const alarms = safetyAlarms(text);
  if (alarms.length === 0) return null;
  const numbers = [...new Set(alarms.flatMap(({ alarm }) => safetyCalls[alarm]))];
  const province = String(me?.street.streetId ?? '').slice(0, 2);
  const gas = alarms.some(({ alarm }) => alarm === 'gas') ? gasRepairPhones[province] : undefined;
  return (
    <section className="jia-alarm" role="alert">
      <h2>{words.alarmTitle}</h2>
      <div className="jia-alarm-numbers">
        {numbers.map((number) => (
          <NumberTile key={number} number={number} note={words.numbers[number]} />
        ))}
        {gas && <NumberTile number={gas} note={words.gas} />}
      </div>
      <p>{words.alarmNote}</p>
    </section>
  );
}
