import type { Examples } from '../examples.ts';
import { CallCard, NumberTile } from './CallCard.tsx';

export const callCardExamples: Examples = {
  warden: <CallCard name="李慧" note="楼门长 · 3单元" phone="19900000001" />,
  'elder, the one filled card': (
    <CallCard name="李慧" note="您的楼门长，住3单元" phone="19900000001" isPrimary />
  ),
  number: <NumberTile number="12345" note="市民热线" />,
};
