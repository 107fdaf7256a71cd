import { readHome } from '#contract/home/endpoints.ts';
import type { Me } from '#contract/identity/records.ts';
import { OpenCallCard } from '#web/features/calls/OpenCallCard.tsx';
import { ElderCall, propertyTile, spokenCall } from '#web/features/home/ElderCalls.tsx';
import { setMode } from '#web/lib/elder.ts';
import { calendarDay } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { NumberTile } from '#web/ui/CallCard/CallCard.tsx';
import { ReadAloud } from '#web/ui/ReadAloud/ReadAloud.tsx';
import { ElderDeeds } from './ElderDeeds.tsx';
import { residentWords as words } from './words.ts';

/** The simpler product: few large things, nothing that moves, the way back at the foot. */
export function ElderHome({ me }: { me: Me }) {
  const { data: home } = useRead(readHome);
  const today = calendarDay(new Date());
  const property = propertyTile(home);
  const tiles = [...words.numbers.slice(0, 2), ...(property ? [property] : [])];
  return (
    <>
      <header className="jia-elder-head">
        <div className="jia-elder-hello">
          <h1>{words.greeting(me.name)}</h1>
          <p className="jia-text2">{today}</p>
        </div>
        <ReadAloud text={words.spoken(me.name, today, spokenCall(home))} />
      </header>
      <ElderCall home={home} />
      <OpenCallCard />
      <ElderDeeds />
      <div className="jia-elder-numbers">
        {tiles.map((each) => (
          <NumberTile key={each.number} {...each} />
        ))}
      </div>
      <button type="button" className="jia-elder-back" onClick={() => setMode('standard')}>
        {words.elder.back}
      </button>
    </>
  );
}
