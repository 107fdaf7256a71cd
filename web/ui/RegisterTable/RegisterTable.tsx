import './RegisterTable.css';
import { Checkbox, Popover, Table } from 'antd';
import type { ReactNode } from 'react';
import { sentenceOf } from '#web/lib/problem.ts';
import type { PagedRows } from '#web/lib/query.ts';
import { Button } from '../Button/Button.tsx';
import { Failed, Loading } from '../Loading/Loading.tsx';
import { uiWords } from '../words.ts';
import { totalSentence } from './totalSentence.ts';
import { useChosenColumns } from './useChosenColumns.ts';

export interface RegisterColumn<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** Numbers stand right in tabular figures. */
  align?: 'start' | 'end';
  width?: number;
  /** Hidden until chosen. */
  isExtra?: boolean;
}

interface RegisterTableProps<Row> {
  /** Remembers the chosen columns of this register on this device. */
  name: string;
  rows: PagedRows<Row>;
  rowKey: (row: Row) => string;
  /** The first is the name as a link; the last may be one verb. */
  columns: readonly RegisterColumn<Row>[];
  /** `<FilterSentence>` above the table. */
  filters?: ReactNode;
  /** Import, export and the like, at the right of the filters. */
  actions?: ReactNode;
  /** What will be here, when nothing is. */
  empty: ReactNode;
  selectedKey?: string | undefined;
}

/** A register of the desk: filters as a sentence, sticky head, total, more rows on demand. */
export function RegisterTable<Row extends object>(props: RegisterTableProps<Row>) {
  const { name, rows, rowKey, columns, filters, actions, empty, selectedKey } = props;
  const [shown, chooser] = useChosenColumns(name, columns);
  return (
    <div className="jia-register">
      <div className="jia-register-head">
        <div className="jia-register-filters">{filters}</div>
        <span className="jia-register-total">{!rows.error && totalSentence(rows)}</span>
        {actions}
        <Popover
          trigger="click"
          placement="bottomRight"
          title={uiWords.table.columnsTitle}
          content={<Checkbox.Group className="jia-register-columns" {...chooser} />}
        >
          <span>
            <Button small icon="columns">
              {uiWords.table.columns}
            </Button>
          </span>
        </Popover>
      </div>
      {rows.error && rows.rows.length === 0 ? (
        <Failed error={rows.error} onRetry={rows.retry} />
      ) : rows.isLoading ? (
        <Loading rows={8} />
      ) : (
        <Table<Row>
          rowKey={rowKey}
          dataSource={[...rows.rows]}
          columns={shown.map(({ key, title, render, align, width }) => ({
            key,
            title,
            width,
            align: align ?? 'start',
            render: (_: unknown, row: Row) => render(row),
          }))}
          pagination={false}
          sticky={{ offsetHeader: 64 }}
          scroll={{ x: 'max-content' }}
          rowClassName={(row) => (rowKey(row) === selectedKey ? 'jia-register-selected' : '')}
          locale={{ emptyText: empty }}
        />
      )}
      <RegisterFoot rows={rows} />
    </div>
  );
}

function RegisterFoot<Row>({ rows }: { rows: PagedRows<Row> }) {
  if (rows.rows.length === 0) return null;
  return (
    <div className="jia-register-foot">
      {rows.error && <span role="alert">{sentenceOf(rows.error)}</span>}
      {rows.hasMore ? (
        <Button small onPress={rows.more} busy={rows.isLoadingMore && uiWords.loading}>
          {uiWords.more}
        </Button>
      ) : (
        <span className="jia-hint">{uiWords.noMore}</span>
      )}
    </div>
  );
}
