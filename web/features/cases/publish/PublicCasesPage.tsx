import '../cases.css';
import './publish.css';
import { useState } from 'react';
import { listPublished } from '#contract/cases/publish/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { publicWords as words } from './words.ts';

const pageSize = 20;
const shownMax = 200;

/** 办好的事: what the street solved, for everybody, without an account. */
export function PublicCasesPage() {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(pageSize);
  const { data, error, refetch } = useRead(listPublished, {
    query: { limit, ...(search ? { search } : {}) },
  });
  return (
    <main className="jia-public">
      <h1>{words.title}</h1>
      <p className="jia-text2">{words.lead}</p>
      <form
        className="jia-public-search"
        onSubmit={(event) => {
          event.preventDefault();
          setSearch(typed.trim());
        }}
      >
        <TextField
          label={words.search}
          type="search"
          value={typed}
          maxLength={40}
          placeholder={words.example}
          onChange={setTyped}
          trailing={<Button type="submit">{words.find}</Button>}
        />
      </form>
      {error && <Failed sentence={sentenceOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} />}
      {data?.items.length === 0 && <EmptyState>{search ? words.nothing(search) : words.empty}</EmptyState>}
      {data && data.items.length > 0 && (
        <RowSheet>
          {data.items.map((one) => (
            <ListRow
              key={one.publicationId}
              href={`/p/${one.publicationId}`}
              title={one.title}
              note={[one.matter, one.community?.name, words.closed(one.closedOn)].filter(Boolean).join(' · ')}
            />
          ))}
        </RowSheet>
      )}
      {data?.nextCursor && limit < shownMax && (
        <Button wide onPress={() => setLimit(limit + pageSize)}>
          {words.more}
        </Button>
      )}
      <a className="jia-public-way" href="/m/report">
        {words.report}
      </a>
    </main>
  );
}
