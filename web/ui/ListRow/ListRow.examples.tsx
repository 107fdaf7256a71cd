import { Button } from '../Button/Button.tsx';
import type { Examples } from '../examples.ts';
import { Icon } from '../Icon/Icon.tsx';
import { StatusChip } from '../StatusChip/StatusChip.tsx';
import { ListRow, RowSheet } from './ListRow.tsx';

export const listRowExamples: Examples = {
  rows: (
    <RowSheet>
      <ListRow title="3号楼 3单元 201" note="林家 · 4人" onPress={() => {}} />
      <ListRow
        title="飞线充电"
        note="6号楼2单元门口"
        trailing={<StatusChip status="soon">16:00前</StatusChip>}
      />
      <ListRow title="剪发一次" note="春和理发 · 剩 3" trailing={<Button small>换</Button>} />
      <ListRow leading={<Icon name="phone" />} title="便民电话" href="#phones" />
    </RowSheet>
  ),
};
