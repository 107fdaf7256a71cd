import { useState } from 'react';
import { listOwnKeys, revokeOwnKey } from '#contract/attendance/own.ts';
import { dayName } from '#web/lib/formats.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ConfirmQuestion } from '#web/ui/ConfirmQuestion/ConfirmQuestion.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { deviceId } from './deviceId.ts';
import { keysWords as words } from './words.ts';

/** Other phones that show codes of one's own people, and what to do when one of them was lost. */
export function OwnKeys() {
  const { data } = useRead(listOwnKeys);
  const [lost, setLost] = useState<string | null>(null);
  const revoke = useCommand(revokeOwnKey, { onDone: () => setLost(null) });
  const others = data?.items.filter((one) => one.deviceId !== deviceId()) ?? [];
  if (others.length === 0) return null;
  return (
    <Section title={words.title}>
      <RowSheet>
        {others.map(({ keyId, name, givenAt, revokedAt }) => (
          <ListRow
            key={keyId}
            title={words.of(name)}
            note={revokedAt ? words.revoked(dayName(revokedAt)) : words.since(dayName(givenAt))}
            trailing={
              revokedAt === null && (
                <Button small onPress={() => setLost(keyId)}>
                  {words.lost}
                </Button>
              )
            }
          />
        ))}
      </RowSheet>
      {lost && (
        <ConfirmQuestion
          isOpen
          question={words.question}
          yes={words.yes}
          no={words.no}
          busy={revoke.isPending && words.busy}
          onYes={() => revoke.mutate({ params: { keyId: lost } })}
          onNo={() => setLost(null)}
        >
          <p>{words.help}</p>
          {revoke.error && <Banner kind="error">{sentenceOf(revoke.error)}</Banner>}
        </ConfirmQuestion>
      )}
    </Section>
  );
}
