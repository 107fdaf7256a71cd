import { type ReactNode, useState } from 'react';
import { countUnread, listNotifications, markAllRead } from '#contract/notifications/endpoints.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips } from '#web/ui/Field/Field.tsx';
import { inboxWords as words } from './words.ts';

/** Marks as read up to the newest notice shown, by the server's own time; what comes meanwhile stays unread. */
export function ReadAll() {
  const { data } = useRead(countUnread);
  const { data: newest } = useRead(listNotifications, { query: { limit: 1 } });
  const all = useCommand(markAllRead);
  const until = newest?.items[0]?.at;
  if (!data || data.count === 0 || !until) return null;
  return (
    <Button kind="quiet" small onPress={() => all.mutate({ body: { until } })}>
      {words.readAll}
    </Button>
  );
}

type Which = 'all' | 'unread';

const choices = [
  { value: 'all', word: words.all },
  { value: 'unread', word: words.onlyUnread },
] as const satisfies { value: Which; word: string }[];

export function useWhich(): [boolean, ReactNode] {
  const [which, setWhich] = useState<Which>('all');
  return [
    which === 'unread',
    <ChoiceChips key="which" label={words.which} choices={choices} value={which} onChange={setWhich} />,
  ];
}
