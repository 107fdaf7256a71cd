import type { Examples } from '../examples.ts';
import { type Dated, DatedForm, DatedRules } from './DatedRules.tsx';

const platform = { version: 1, fromOn: null, reason: '', madeBy: null, madeAt: null };
const rules: readonly (Dated & { hours: number })[] = [
  {
    version: 2,
    fromOn: '2027-03-01',
    reason: '区文明办2027年第3号通知',
    madeBy: '冯科长',
    madeAt: '2027-02-20T02:00:00.000Z',
    isInForce: true,
    hours: 10,
  },
  { ...platform, isInForce: false, hours: 12 },
];

export const datedRulesExamples: Examples = {
  versions: (
    <DatedRules
      title="时长规则"
      note="改规则从选定的日子起算，已记的时长不变。"
      rules={rules}
      error={null}
      onRetry={() => {}}
      mayChange
      show={({ hours }) => <p>每人每天最多记 {hours} 小时。</p>}
      form={(newest, onClose) => (
        <DatedForm
          newest={newest}
          reasonHint="如：区文明办2027年第3号通知"
          missing={undefined}
          busy={false}
          problem={null}
          onSubmit={onClose}
          onClose={onClose}
        >
          {null}
        </DatedForm>
      )}
    />
  ),
};
