import './resident.css';
import { useState } from 'react';
import { readHome } from '#contract/home/endpoints.ts';
import type { Me } from '#contract/identity/records.ts';
import { OpenCallCard } from '#web/features/calls/OpenCallCard.tsx';
import { MyOpenCase } from '#web/features/cases/MyOpenCase.tsx';
import { ChooseCommunity } from '#web/features/home/ChooseCommunity.tsx';
import { CommunityTitle } from '#web/features/home/CommunityTitle.tsx';
import { HomeCards } from '#web/features/home/HomeCards.tsx';
import { Bell } from '#web/features/notifications/Bell.tsx';
import { setMode, useMode } from '#web/lib/elder.ts';
import { calendarDay } from '#web/lib/formats.ts';
import { useMe } from '#web/lib/me.ts';
import { useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { NumberTile } from '#web/ui/CallCard/CallCard.tsx';
import { Mark } from '#web/ui/Icon/Icon.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { AskRows } from './AskRows.tsx';
import { useCaseWays } from './caseWays.ts';
import { ElderHome } from './ElderHome.tsx';
import { ResidentFooter } from './ResidentFooter.tsx';
import { residentWords as words } from './words.ts';

export function ResidentHomePage() {
  const mode = useMode();
  const { data: me } = useMe();
  if (!me) return null;
  return mode === 'elder' ? <ElderHome me={me} /> : <StandardHome me={me} />;
}

function StandardHome({ me }: { me: Me }) {
  const { data: home } = useRead(readHome);
  const [isChanging, setIsChanging] = useState(false);
  const isChoosing = home !== undefined && (home.source === null || isChanging);
  const today = calendarDay(new Date());
  const ways = useCaseWays();
  return (
    <>
      <header className="jia-home-head">
        <Mark />
        <CommunityTitle home={home} streetName={me.street.name} onChange={() => setIsChanging(true)} />
        <Button small onPress={() => setMode('elder')}>
          {words.toElder}
        </Button>
        <Bell />
      </header>
      <p className="jia-home-hello">
        {words.greeting(me.name)}
        <span className="jia-caption">{home?.door ? words.atHome(home.door, today) : today}</span>
      </p>
      {isChoosing && (
        <ChooseCommunity
          onKeep={home.source === null ? undefined : () => setIsChanging(false)}
          onChosen={() => setIsChanging(false)}
        />
      )}
      <OpenCallCard />
      <MyOpenCase onOpen={ways.one} />
      <AskRows
        property={home?.property?.name ?? null}
        isEnterprise={me.posts.some(({ role }) => role === 'enterprise_contact')}
      />
      {home && !isChoosing && <HomeCards home={home} />}
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
