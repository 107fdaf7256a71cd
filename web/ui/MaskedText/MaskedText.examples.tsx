import type { Examples } from '../examples.ts';
import { MaskedText } from './MaskedText.tsx';

export const maskedTextExamples: Examples = {
  'may be asked': <MaskedText masked="138****1234" isPhone reveal={async () => '13800001234'} />,
  'may not': <MaskedText masked="张** · 138****1234" />,
};
