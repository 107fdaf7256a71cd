import { useState } from 'react';
import { scanMember } from '#contract/attendance/endpoints.ts';
import type { Direction } from '#contract/attendance/kinds.ts';
import type { VenueRecord } from '#contract/attendance/records.ts';
import type { RequestOf } from '#contract/define.ts';
import { useMe } from '#web/lib/me.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import { Banner, type BannerKind } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { CameraScanner } from '../CameraScanner.tsx';
import { scanSubject, sendScan } from '../keptScans.ts';
import { labels } from '../words.ts';
import { knownMember } from './offlineCheck.ts';
import { venueWords as words } from './words.ts';

type By = NonNullable<RequestOf<typeof scanMember>['body']>['by'];
interface Said {
  kind: BannerKind;
  text: string;
}

/** Staff scan members: by camera, by eight digits, or by name for who has no phone with them. */
export function VenueScan({ venue }: { venue: VenueRecord }) {
  const [direction, setDirection] = useState<Direction>('in');
  const [isLooking, setLooking] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const { send, scan } = useScans(venue, direction, setSaid);
  return (
    <>
      <ChoiceChips
        label={words.tabs.scan}
        choices={[
          { value: 'in', word: words.scanIn },
          { value: 'out', word: words.scanOut },
        ]}
        value={direction}
        onChange={setDirection}
      />
      {said && <Banner kind={said.kind}>{said.text}</Banner>}
      <div className="jia-attendance-verbs">
        {isLooking ? (
          <CameraScanner onCode={(text) => void scan(text)} onClose={() => setLooking(false)} />
        ) : (
          <Button kind="primary" wide icon="camera" onPress={() => setLooking(true)}>
            {direction === 'in' ? words.scanIn : words.scanOut}
          </Button>
        )}
      </div>
      <TypedMember onSend={send} />
    </>
  );
}

function TypedMember({ onSend }: { onSend: (by: By, name: string) => Promise<boolean> }) {
  const [digits, setDigits] = useState('');
  const [name, setName] = useState('');
  const [phoneTail, setTail] = useState('');
  return (
    <>
      <TextField
        label={words.typed}
        help={words.typedHelp}
        value={digits}
        inputMode="numeric"
        maxLength={8}
        onChange={(value) => setDigits(value.replace(/\D/g, ''))}
        trailing={
          digits.length === 8 && (
            <Button
              small
              onPress={() => void onSend({ way: 'digits', digits }, words.someone).then(() => setDigits(''))}
            >
              {words.verb}
            </Button>
          )
        }
      />
      <Section title={words.byName}>
        <TextField label={words.name} value={name} maxLength={40} onChange={setName} />
        <TextField
          label={words.tail}
          value={phoneTail}
          inputMode="numeric"
          maxLength={4}
          onChange={(value) => setTail(value.replace(/\D/g, ''))}
        />
        <div className="jia-attendance-verbs">
          <Button
            wide
            reason={name.trim() && phoneTail.length === 4 ? undefined : words.nameMissing}
            onPress={() => void onSend({ way: 'name', name: name.trim(), phoneTail }, name.trim())}
          >
            {words.nameVerb}
          </Button>
        </div>
      </Section>
    </>
  );
}

function useScans(venue: VenueRecord, direction: Direction, say: (said: Said) => void) {
  const { data: me } = useMe();
  // Seen by this phone since the page was opened: nobody is taken twice while the network is away.
  const [seen] = useState(() => new Set<string>());

  /** @returns whether it was taken, or kept for later */
  const send = async (by: By, name: string): Promise<boolean> => {
    const label = `${labels.direction[direction]} ${name}`;
    const kept = { accountId: me?.accountId ?? '', subject: scanSubject(venue.sessionId), label };
    const request = { params: { sessionId: venue.sessionId }, body: { direction, by } };
    try {
      const done = await sendScan(scanMember, request as never, kept);
      say(
        done
          ? { kind: 'notice', text: words.done(done.name, labels.direction[direction]) }
          : { kind: 'offline', text: words.kept(name) },
      );
      void refresh(queryClient, ['attendance']);
      return true;
    } catch (error) {
      say({ kind: 'error', text: sentenceOf(error) });
      return false;
    }
  };

  const scan = async (text: string): Promise<void> => {
    const known = await knownMember(venue, text);
    if (known.kind !== 'member') return say({ kind: 'error', text: words[known.kind] });
    const name = known.person?.name ?? words.someone;
    const mark = `${direction} ${known.pseudonym}`;
    const isThere = known.person?.presence[direction] !== null && known.person !== null;
    if (isThere || seen.has(mark)) return say({ kind: 'error', text: words.seen(name) });
    seen.add(mark);
    // Who was refused may show a fresh code.
    if (!(await send({ way: 'code', code: text }, name))) seen.delete(mark);
  };
  return { send, scan };
}
