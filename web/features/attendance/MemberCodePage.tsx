import './attendance.css';
import { useCallback, useEffect, useState } from 'react';
import { bytesOf } from '#contract/attendance/codes/bytes.ts';
import { makeMemberCode, memberDigits } from '#contract/attendance/codes/member.ts';
import { makeTicketCode } from '#contract/attendance/codes/ticket.ts';
import { listOwnSessions, takeMemberKey } from '#contract/attendance/endpoints.ts';
import type { MemberKeyRecord } from '#contract/attendance/records.ts';
import { call } from '#web/lib/call.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useMe } from '#web/lib/me.ts';
import { useOnline } from '#web/lib/online.ts';
import { device } from '#web/lib/store.ts';
import { seal, unseal } from '#web/lib/vault/vault.ts';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { deviceId } from './deviceId.ts';
import { OwnKeys } from './OwnKeys.tsx';
import { noteServerTime, trustedNow } from './serverClock.ts';
import { TurningCode } from './TurningCode.tsx';
import { memberCodeWords as words } from './words.ts';

/** The code that staff scan: of oneself or of a child who has no phone. Works without a network for a day. */
export function MemberCodePage() {
  const { data: me } = useMe();
  const { data } = useKeptRead(listOwnSessions);
  const [chosen, setChosen] = useState<string | null>(null);
  const people = new Map(
    (data?.items ?? []).flatMap((session) => session.people.map((one) => [one.personId, one.name] as const)),
  );
  const own = me?.personId ?? null;
  if (own && me && !people.has(own)) people.set(own, me.name);
  const personId = chosen ?? own ?? [...people.keys()][0] ?? null;
  return (
    <>
      <PageHeader title={words.title} onBack />
      {people.size > 1 && (
        <ChoiceChips
          label={words.who}
          choices={[...people].map(([value, word]) => ({ value, word }))}
          value={personId}
          onChange={setChosen}
        />
      )}
      {personId && <OwnCode key={personId} personId={personId} />}
      <OwnKeys />
    </>
  );
}

function OwnCode({ personId }: { personId: string }) {
  const { key, isMissing } = useMemberKey(personId);
  const isOnline = useOnline();
  const make = useCallback(
    async (step: number) => {
      if (!key) throw new Error('No key, no code.');
      const member = {
        streetId: key.streetId,
        pseudonym: bytesOf(key.pseudonym),
        keyId: bytesOf(key.keyId),
        secret: bytesOf(key.secret),
      };
      const text = isOnline
        ? await makeMemberCode(member, step)
        : await makeTicketCode(member, bytesOf(key.ticket), step);
      return { text, digits: await memberDigits(member, step) };
    },
    [key, isOnline],
  );
  if (isMissing) return <EmptyState icon="offline">{words.none}</EmptyState>;
  if (!key) return null;
  if (!isOnline && Date.parse(key.ticketUntil) < trustedNow())
    return <EmptyState icon="offline">{words.expired}</EmptyState>;
  return (
    <>
      <TurningCode
        name={`${personId}${isOnline ? '' : ' offline'}`}
        make={make}
        caption={key.name}
        seconds={words.seconds}
      />
      <p className="jia-hint">{isOnline ? words.note : words.offline}</p>
    </>
  );
}

const shelfKey = (personId: string) => `attendance-key:${personId}`;

/** A fresh key and ticket where there is a network, else the one of before. */
function useMemberKey(personId: string): { key: MemberKeyRecord | null; isMissing: boolean } {
  const [key, setKey] = useState<MemberKeyRecord | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    let isGone = false;
    const take = async () => {
      const fresh = await call(takeMemberKey, { body: { personId, deviceId: deviceId() } });
      noteServerTime(fresh.serverNow);
      await (await device()).reads.put({
        key: shelfKey(personId),
        data: await seal(fresh),
        readAt: Date.now(),
      });
      return fresh;
    };
    const kept = async () => {
      const row = await (await device()).reads.get(shelfKey(personId));
      return row ? ((await unseal(row.data)) as MemberKeyRecord) : null;
    };
    void take()
      .catch(kept)
      .catch(() => null)
      .then((found) => {
        if (isGone) return;
        setKey(found);
        setMissing(found === null);
      });
    return () => {
      isGone = true;
    };
  }, [personId]);
  return { key, isMissing };
}
