import { Select } from 'antd';
import type { ImportRecord, ImportRegister } from '#contract/imports/records.ts';
import { StatusChip, Tag } from '#web/ui/StatusChip/StatusChip.tsx';
import { mappingWords as words } from './words.ts';

interface MappingTableProps {
  record: ImportRecord;
  register: ImportRegister;
  columns: readonly { column: number; header: string; samples: string[] }[];
  mapping: Readonly<Record<string, number>>;
  onChange: (mapping: Record<string, number>) => void;
}

/** A row per column of the sheet: its header, what stands below it, and the field it goes to. */
export function MappingTable({ record, register, columns, mapping, onChange }: MappingTableProps) {
  const fieldAt = new Map(Object.entries(mapping).map(([key, column]) => [column, key]));
  const choose = (column: number, key: string) => {
    const rest = Object.entries(mapping).filter(([other, place]) => place !== column && other !== key);
    onChange(Object.fromEntries(key === '' ? rest : [...rest, [key, column]]));
  };
  const options = [
    { value: '', label: words.skip },
    ...register.columns.map(({ key, label, required }) => ({
      value: key,
      label: required ? `${label}（${words.required}）` : label,
    })),
  ];
  return (
    <div className="jia-import-sheet">
      <table>
        <thead>
          <tr>
            <th>{words.sheetColumn}</th>
            <th>{words.samples}</th>
            <th>{words.field}</th>
            <th>{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ column, header, samples }) => {
            const key = fieldAt.get(column) ?? '';
            const name = header || words.columnNumber(column + 1);
            return (
              <tr key={column}>
                <td>{name}</td>
                <td className="jia-import-samples">{samples.join(' · ')}</td>
                <td>
                  <Select
                    aria-label={`${words.field} ${name}`}
                    style={{ width: 220 }}
                    value={key}
                    options={options}
                    onChange={(value) => choose(column, value)}
                  />
                </td>
                <td>
                  {key === '' ? (
                    <Tag>{words.unused}</Tag>
                  ) : (
                    <How record={record} name={key} column={column} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Recognized, remembered from an earlier file, or chosen just now. */
function How({ record, name, column }: { record: ImportRecord; name: string; column: number }) {
  if (record.mapping[name] !== column) return <StatusChip status="normal">{words.byHand}</StatusChip>;
  return <StatusChip status="done">{record.remembered ? words.kept : words.auto}</StatusChip>;
}
