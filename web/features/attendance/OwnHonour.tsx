import { useState } from 'react';
import { joinHonour, leaveHonour, readOwnHonour } from '#contract/attendance/own.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Section, Sheet } from '#web/ui/Section/Section.tsx';
import { noticeWords, honourWords as words } from './words.ts';

/** Whether, and by which name, one stands on the public list of stars. */
export function OwnHonour() {
  const { data } = useRead(readOwnHonour);
  const [typed, setTyped] = useState('');
  const join = useCommand(joinHonour);
  const leave = useCommand(leaveHonour);
  const error = join.error ?? leave.error;
  if (!data) return null;
  return (
    <Section title={words.title}>
      {error && <Banner kind="error">{sentenceOf(error)}</Banner>}
      <RowSheet>
        <ListRow title={words.see} href="/p/honours" />
        <ListRow title={noticeWords.title} href="/m/hours-notice" />
        {data.nickname && (
          <ListRow
            title={words.named(data.nickname)}
            trailing={
              <Button small busy={leave.isPending && words.busy} onPress={() => leave.mutate({})}>
                {words.leave}
              </Button>
            }
          />
        )}
      </RowSheet>
      {!data.nickname && data.can.join === true && (
        <Sheet>
          <TextField
            label={words.nickname}
            help={words.help}
            value={typed}
            maxLength={12}
            onChange={setTyped}
            trailing={
              <Button
                small
                busy={join.isPending && words.busy}
                reason={typed.trim().length < 2 ? words.help : undefined}
                onPress={() => join.mutate({ body: { nickname: typed.trim() } })}
              >
                {words.join}
              </Button>
            }
          />
        </Sheet>
      )}
    </Section>
  );
}
