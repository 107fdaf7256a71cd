import { Link } from '#web/lib/router.ts';
import { EmptyState } from '../EmptyState/EmptyState.tsx';
import type { Examples } from '../examples.ts';
import { FilterSentence } from './FilterSentence.tsx';
import { type RegisterColumn, RegisterTable } from './RegisterTable.tsx';

interface Example {
  code: string;
  name: string;
  households: number;
}

const columns: RegisterColumn<Example>[] = [
  { key: 'code', title: '编号', render: (row) => <Link to="/examples">{row.code}</Link> },
  { key: 'name', title: '网格', render: (row) => row.name },
  { key: 'households', title: '户数', align: 'end', render: (row) => row.households },
];

const rows = {
  rows: [
    { code: '0007', name: '帅府社区 7号网格', households: 152 },
    { code: '0008', name: '帅府社区 8号网格', households: 148 },
  ],
  total: 103,
  hasMore: true,
  more: () => {},
  isLoading: false,
  isLoadingMore: false,
  error: null,
  retry: () => {},
};

const filters = (
  <FilterSentence
    parts={[
      {
        kind: 'choice',
        key: 'community',
        label: '社区',
        all: '全部社区',
        choices: [{ value: '1', word: '帅府社区' }],
      },
      {
        kind: 'choice',
        key: 'kind',
        label: '类型',
        all: '全部类型',
        choices: [{ value: '1', word: '居住' }],
      },
      { kind: 'search', key: 'search', label: '编号、名称' },
    ]}
    values={{ community: '1' }}
    onChange={() => {}}
  />
);

const parts = { name: 'example', rowKey: (row: Example) => row.code, columns, filters };
const empty = <EmptyState>还没有网格。可以导入名册，比如“网格表.xlsx”</EmptyState>;

export const registerTableExamples: Examples = {
  rows: <RegisterTable {...parts} rows={rows} empty={empty} selectedKey="0008" />,
  empty: <RegisterTable {...parts} rows={{ ...rows, rows: [], total: 0, hasMore: false }} empty={empty} />,
  loading: <RegisterTable {...parts} rows={{ ...rows, rows: [], isLoading: true }} empty={empty} />,
  failed: <RegisterTable {...parts} rows={{ ...rows, rows: [], error: new Error('lost') }} empty={empty} />,
};
