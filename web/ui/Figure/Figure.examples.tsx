import type { Examples } from '../examples.ts';
import { Figure } from './Figure.tsx';

export const figureExamples: Examples = {
  row: <Figure value={23} word="新件" />,
  late: <Figure value={2} word="超时" tone="late" />,
  unit: <Figure value="96.2" unit="%" word="解决率" note="11月1日至21日" />,
  balance: <Figure value={320} unit="分" size="display" tone="give" />,
};
