// The standard ledgers as the office calls them: one row for an item, six columns that all of them have, then
// those of the ledger.
import type { Ledger } from './endpoints.ts';

export const ledgerLabels: Record<Ledger, string> = {
  intake: '来件台账',
  handling: '办理台账',
  suspension: '挂账台账',
  callback: '回访台账',
  signature: '签批台账',
};

/** Which date a ledger is kept by. */
export const ledgerDates: Record<Ledger, string> = {
  intake: '收到日期',
  handling: '收到日期',
  suspension: '挂账日期',
  callback: '回访日期',
  signature: '签批日期',
};

export interface LedgerColumn {
  key: string;
  header: string;
  /** In characters of the standard font. */
  width: number;
}

const column = (key: string, header: string, width: number): LedgerColumn => ({ key, header, width });

export const fixedColumns: readonly LedgerColumn[] = [
  column('number', '编号', 16),
  column('title', '事项', 34),
  column('lead', '责任单位', 22),
  column('due', '期限', 17),
  column('status', '状态', 12),
  column('closed', '销账日期', 17),
];

export const ledgerColumns: Record<Ledger, readonly LedgerColumn[]> = {
  intake: [
    column('at', '收到时间', 17),
    column('externalNumber', '外部工单号', 22),
    column('kind', '来源', 12),
    column('matter', '类别', 20),
    column('place', '地点', 30),
    column('requester', '诉求人', 12),
    column('phone', '联系电话', 16),
  ],
  handling: [
    column('at', '收到时间', 17),
    column('dispatched', '派单时间', 17),
    column('accepted', '签收时间', 17),
    column('contacted', '首次联系', 17),
    column('finished', '办完时间', 17),
    column('late', '是否超期', 10),
    column('round', '轮次', 8),
    column('result', '办理结果', 50),
  ],
  suspension: [
    column('at', '挂账时间', 17),
    column('plan', '分步计划', 50),
    column('until', '下次复核', 17),
    column('by', '批准人', 12),
    column('step', '挂账或续期', 12),
  ],
  callback: [
    column('at', '回访时间', 17),
    column('by', '回访人', 12),
    column('outcome', '接通情况', 12),
    column('contacted', '有人联系过', 12),
    column('solved', '解决情况', 12),
    column('satisfaction', '满意情况', 12),
    column('words', '诉求人原话', 50),
  ],
  signature: [
    column('at', '签字时间', 17),
    column('round', '轮次', 8),
    column('level', '级别', 8),
    column('signer', '签字人', 12),
    column('onBehalfOf', '代谁签', 12),
    column('role', '岗位', 16),
    column('instruction', '批示', 40),
    column('stay', '停留', 14),
    column('way', '签法', 10),
    column('digest', '签名摘要', 22),
  ],
};

export const registerTitle = '诉求登记表';
export const registerColumns: readonly LedgerColumn[] = [
  ...fixedColumns,
  column('reported', '收到时间', 17),
  column('externalNumber', '外部工单号', 22),
  column('kind', '来源', 12),
  column('requestType', '性质', 8),
  column('urgency', '紧急程度', 10),
  column('matter', '类别', 20),
  column('place', '地点', 30),
  column('area', '所在区域', 20),
  column('text', '诉求内容', 60),
  column('requester', '诉求人', 12),
  column('phone', '联系电话', 16),
  column('finished', '办完时间', 17),
  column('result', '办理结果', 50),
  column('solved', '解决情况', 12),
  column('satisfaction', '满意情况', 12),
  column('closure', '结案类型', 12),
];

export const ledgerWords = {
  yes: '是',
  no: '否',
  contacted: { yes: '有', no: '没有', unsure: '说不清' },
  outcome: { reached: '接通', no_answer: '没有接通', unreachable: '联系不上' },
  step: { suspend: '挂账', renew_suspension: '续期' },
  way: { single: '逐件', batch: '批量' },
  minutes: (minutes: number) =>
    minutes < 60 ? `${minutes}分` : `${Math.floor(minutes / 60)}小时${minutes % 60}分`,
};
