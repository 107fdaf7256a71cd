import '../cases.css';
import './publish.css';
import { useState } from 'react';
import { type PublicAsks, publicAsks } from '#contract/cases/publish/codes.ts';
import { listPublished } from '#contract/cases/publish/endpoints.ts';
import { useRead } from '#web/lib/query.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState/EmptyState.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { publicWords as words } from './words.ts';

/** `/p?asks=question` opens the answers. */
const asksOfAddress = (): PublicAsks =>
  new URLSearchParams(location.search).get('asks') === 'question' ? 'question' : 'matter';

const pageSize = 20;
const shownMax = 200;

/** 办好的事: what the street solved, for everybody, without an account. */
export function PublicCasesPage() {
  const [asks, setAsks] = useState<PublicAsks>(asksOfAddress);
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(pageSize);
  const { data, error, refetch } = useRead(listPublished, {
    query: { limit, asks, ...(search ? { search } : {}) },
  });
  const isQuestions = asks === 'question';
  return (
    <main className="jia-public">
      <h1>{words.asks[asks]}</h1>
      <p className="jia-text2">{isQuestions ? words.leadQuestions : words.lead}</p>
      <ChoiceChips<PublicAsks>
        label={words.which}
        choices={publicAsks.map((value) => ({ value, word: words.asks[value] }))}
        value={asks}
        onChange={setAsks}
      />
      <Search placeholder={isQuestions ? words.exampleQuestion : words.example} onSearch={setSearch} />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={5} />}
      {data?.items.length === 0 && (
        <EmptyState>
          {search ? words.nothing(search) : isQuestions ? words.emptyQuestions : words.empty}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <RowSheet>
          {data.items.map((one) => (
            <ListRow
              key={one.publicationId}
              href={`/p/${one.publicationId}`}
              title={one.title}
              note={[
                one.matter,
                one.community?.name,
                (isQuestions ? words.answeredOn : words.closed)(one.closedOn),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </RowSheet>
      )}
      {data?.nextCursor && limit < shownMax && (
        <Button wide onPress={() => setLimit(limit + pageSize)}>
          {words.more}
        </Button>
      )}
      <a className="jia-public-way" href={isQuestions ? '/m/ask' : '/m/report'}>
        {isQuestions ? words.ask : words.report}
      </a>
    </main>
  );
}

function Search(props: { placeholder: string; onSearch: (search: string) => void }) {
  const { placeholder, onSearch } = props;
  const [typed, setTyped] = useState('');
  return (
    <form
      className="jia-public-search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <TextField
        label={words.search}
        type="search"
        value={typed}
        maxLength={40}
        placeholder={placeholder}
        onChange={setTyped}
        trailing={<Button type="submit">{words.find}</Button>}
      />
    </form>
  );
}
