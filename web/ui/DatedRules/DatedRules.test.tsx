import { expect, test } from 'vitest';
import { htmlOf } from '../testing.tsx';
import { DatedRules } from './DatedRules.tsx';

const first = { version: 1, fromOn: null, reason: '', madeBy: null, madeAt: null, isInForce: false };
const second = {
  version: 2,
  fromOn: '2027-03-01',
  reason: '第3号通知',
  madeBy: '冯科长',
  madeAt: '2027-02-20T02:00:00.000Z',
  isInForce: true,
};

const page = (mayChange: boolean) =>
  htmlOf(
    <DatedRules
      title="时长规则"
      note="已记的时长不变"
      rules={[second, first]}
      error={null}
      onRetry={() => {}}
      mayChange={mayChange}
      show={(rule, before) => <p>{`${rule.version} 之前 ${before?.version ?? '没有'}`}</p>}
      form={() => null}
    />,
  );

test('says which version is in force, from when, by whom and why', () => {
  const html = page(true);
  expect(html).toMatch(
    /第 2 版[\s\S]*现行[\s\S]*2027-03-01 起[\s\S]*2 之前 1[\s\S]*冯科长 2027-02-20 修改：第3号通知/,
  );
  expect(html.split('现行').length - 1).toBe(1);
  expect(html).toMatch(/第 1 版[\s\S]*平台初始规则[\s\S]*1 之前 没有/);
});

test('who may not change it is told who does, and has no button', () => {
  expect(page(true)).toContain('修改规则');
  expect(page(false)).not.toContain('修改规则');
  expect(page(false)).toContain('由街道有审批权限的科长修改');
});
