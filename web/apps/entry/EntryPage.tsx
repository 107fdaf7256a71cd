import './entry.css';
import { readHealth } from '#contract/kernel/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { Icon, Mark } from '#web/ui/Icon/Icon.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { entryWords as words } from './words.ts';

/** The front door: who are you here. */
export function EntryPage() {
  const { data } = useRead(readHealth);
  return (
    <main className="jia-entry">
      <Mark size={56} />
      <h1>{data?.street ? `${data.street.name} · ${words.name}` : words.name}</h1>
      <p className="jia-text2">{words.promise}</p>
      <RowSheet>
        {words.doors.map((door) => (
          <ListRow
            key={door.path}
            href={door.path}
            leading={<Icon name={door.icon} />}
            title={door.word}
            note={door.note}
          />
        ))}
      </RowSheet>
      {data?.demo && (
        <RowSheet>
          <ListRow href="/demo" leading={<Icon name="people" />} title={words.demo} note={words.demoNote} />
        </RowSheet>
      )}
    </main>
  );
}
