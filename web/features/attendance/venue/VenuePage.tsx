import '../attendance.css';
import { useEffect, useState } from 'react';
import { screenWrongMsMax } from '#contract/attendance/codes/steps.ts';
import { openVenue, readVenue } from '#contract/attendance/endpoints.ts';
import type { VenueRecord } from '#contract/attendance/records.ts';
import { call } from '#web/lib/call.ts';
import { clock } from '#web/lib/formats.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { QueuedScans } from '../QueuedScans.tsx';
import { clockOffset, noteServerTime, trustedNow } from '../serverClock.ts';
import { VenueCode } from './VenueCode.tsx';
import { VenueList } from './VenueList.tsx';
import { VenueScan } from './VenueScan.tsx';
import { venueWords as words } from './words.ts';

const tabs = { code: VenueCode, scan: VenueScan, list: VenueList } as const;
type Tab = keyof typeof tabs;
const beatMs = 60_000;

/** Duty at the venue: the turning code, scanning members, who is here. All of it works without a network. */
export function VenuePage() {
  const sessionId = useParam('sessionId');
  const { data, asOf, isFresh, error, retry } = useKeptRead(readVenue, { params: { sessionId } });
  return (
    <>
      <PageHeader title={data?.title ?? words.title} onBack />
      {error && <Failed error={error} onRetry={retry} />}
      {!data && !error && <Loading rows={5} />}
      {asOf && <Banner kind="offline">{words.asOf(clock(asOf))}</Banner>}
      <QueuedScans />
      {data && <Duty venue={data} isFresh={isFresh} />}
    </>
  );
}

function Duty({ venue, isFresh }: { venue: VenueRecord; isFresh: boolean }) {
  const [tab, setTab] = useState<Tab>('code');
  useEffect(() => {
    if (isFresh) noteServerTime(venue.serverNow);
  }, [venue.serverNow, isFresh]);
  useHeartbeat(venue);
  const Shown = tabs[tab];
  if (!venue.code) return <Opening venue={venue} />;
  return (
    <>
      {Math.abs(clockOffset()) > screenWrongMsMax && <Banner kind="error">{words.clockWrong}</Banner>}
      <p className="jia-caption">
        {`${venue.place} · ${clock(venue.startsAt)}–${clock(venue.endsAt)} · ${words.counts(
          venue.people.length,
          venue.people.filter(({ presence }) => presence.in && !presence.out).length,
          venue.people.filter(({ presence }) => presence.out).length,
        )}`}
      </p>
      <ChoiceChips
        label={words.title}
        choices={(Object.keys(tabs) as Tab[]).map((value) => ({ value, word: words.tabs[value] }))}
        value={tab}
        onChange={setTab}
      />
      <Shown venue={venue} />
    </>
  );
}

function Opening({ venue }: { venue: VenueRecord }) {
  const open = useCommand(openVenue, { touches: ['attendance'] });
  const reason = venue.can.run === true ? undefined : words.none;
  return (
    <>
      {open.error && <Banner kind="error">{sentenceOf(open.error)}</Banner>}
      <p className="jia-hint">{words.openNote}</p>
      <div className="jia-attendance-verbs">
        <Button
          kind="primary"
          wide
          reason={reason}
          busy={open.isPending && words.opening}
          onPress={() =>
            open.mutate({
              params: { sessionId: venue.sessionId },
              body: { screenNow: new Date(trustedNow()).toISOString() },
            })
          }
        >
          {words.open}
        </Button>
      </div>
    </>
  );
}

/** The server learns how this screen's time stands while it shows codes. */
function useHeartbeat({ sessionId, code }: VenueRecord): void {
  const isOpen = code !== null;
  useEffect(() => {
    if (!isOpen) return;
    const beat = () =>
      void call(openVenue, {
        params: { sessionId },
        body: { screenNow: new Date(trustedNow()).toISOString() },
      }).catch(() => {});
    beat();
    const timer = setInterval(beat, beatMs);
    return () => clearInterval(timer);
  }, [sessionId, isOpen]);
}
