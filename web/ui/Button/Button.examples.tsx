import type { Examples } from '../examples.ts';
import { Button } from './Button.tsx';

export const buttonExamples: Examples = {
  primary: (
    <Button kind="primary" shortcut="Enter">
      派给安和物业
    </Button>
  ),
  secondary: <Button>写批示</Button>,
  quiet: <Button kind="quiet">换一个单位</Button>,
  call: (
    <Button icon="phone" href="tel:12345">
      打给 周敏
    </Button>
  ),
  busy: (
    <Button kind="primary" busy="正在提交…">
      提交
    </Button>
  ),
  'cannot be used': <Button reason="还没有核查结果，不能办结">办结</Button>,
};
