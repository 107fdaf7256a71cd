import type { Examples } from '../examples.ts';
import { EchoLine } from './EchoLine.tsx';

const repair = [
  { word: '收到' },
  { word: '派给物业' },
  { word: '到现场' },
  { word: '修好' },
  { word: '您评价' },
];
const signOff = [{ word: '具体办件人' }, { word: '社区书记' }, { word: '分管领导' }, { word: '书记主任' }];

export const echoLineExamples: Examples = {
  'under way': <EchoLine steps={repair} now={2} />,
  overdue: <EchoLine steps={repair} now={2} overdue />,
  done: <EchoLine steps={repair} now={5} />,
  'sign-off': <EchoLine steps={signOff} now={2} numbered />,
};
