import './resident.css';
import { readHome } from '#contract/people/mine.ts';
import { setMode, useMode } from '#web/lib/elder.ts';
import { calendarDay } from '#web/lib/formats.ts';
import { useMe } from '#web/lib/me.ts';
import { useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { NumberTile } from '#web/ui/CallCard/CallCard.tsx';
import { Mark } from '#web/ui/Icon/Icon.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { ElderHome } from './ElderHome.tsx';
import { ResidentFooter } from './ResidentFooter.tsx';
import { residentWords as words } from './words.ts';

export function ResidentHomePage() {
  const mode = useMode();
  const { data: me } = useMe();
  const home = useRead(readHome).data?.home;
  if (!me) return null;
  if (mode === 'elder') return <ElderHome me={me} />;
  return (
    <>
      <header className="jia-home-head">
        <Mark />
        <h1>{home?.community ?? me.street.name}</h1>
        <Button small onPress={() => setMode('elder')}>
          {words.elder}
        </Button>
      </header>
      <p className="jia-home-hello">
        {words.greeting(me.name)}
        <span className="jia-caption">
          {home ? words.atHome(home.entrance, calendarDay(new Date())) : calendarDay(new Date())}
        </span>
      </p>
      <Section title={words.phones}>
        <div className="jia-home-numbers">
          {words.numbers.map((each) => (
            <NumberTile key={each.number} {...each} />
          ))}
        </div>
      </Section>
      <ResidentFooter streetName={me.street.name} />
    </>
  );
}
