import type { Examples } from '../examples.ts';
import { SearchField, SelectField } from './SelectField.tsx';

const kinds = [
  { value: 'shop', word: '商铺' },
  { value: 'office', word: '办公' },
];

export const selectFieldExamples: Examples = {
  choice: <SelectField label="用途" options={kinds} value="shop" onChange={() => {}} />,
  refused: <SelectField label="用途" options={kinds} value={null} error="请选一个用途" onChange={() => {}} />,
  search: (
    <SearchField
      label="所在区域"
      value={[]}
      search={async () => kinds}
      placeholder="输入名称或编码"
      onChange={() => {}}
    />
  ),
};
