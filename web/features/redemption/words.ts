import type { Limits } from '#contract/redemption/limits.ts';
import {
  capPeriodLabels,
  merchantStatusLabels,
  offerKindLabels,
  offerStatusLabels,
  redemptionStateLabels,
  scoreItemLabels,
  settlementDeedLabels,
  settlementStateLabels,
} from '#contract/redemption/words.ts';

// What the screens of redemption say. Labels of states and kinds come from the contract.
export const labels = {
  kinds: offerKindLabels,
  statuses: offerStatusLabels,
  periods: capPeriodLabels,
  states: redemptionStateLabels,
  settlements: settlementStateLabels,
  deeds: settlementDeedLabels,
  merchants: merchantStatusLabels,
  scores: scoreItemLabels,
};

export const yuan = (fen: number): string => `${(fen / 100).toFixed(2)}元`;
export const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
export const points = (count: number): string => `${count}积分`;

export const offerWords = {
  title: '积分兑换',
  entryNote: '用积分换身边商户的优惠',
  near: '身边能换',
  mine: '我的兑换',
  all: '全部优惠',
  unit: '分',
  left: (shop: string, left: number) => `${shop} · 剩 ${left}`,
  none: '附近的商户还没有发布优惠。比如“剪发一次 · 80分”',
  redeem: '换',
  redeemTitle: (title: string) => `换“${title}”`,
  badge: '金牌商居同盟',
  ask: (title: string, count: number) => `用${count}积分换“${title}”`,
  askNote: (minutes: number | undefined) =>
    `积分先留${minutes === undefined ? '着' : `${minutes}分钟`}，到店出示后才扣。没去就自动退回。`,
  voucherNote: (hours: number | undefined) =>
    hours === undefined ? '店里没网也能用' : `店里没网也能用，${hours}小时内有效`,
  limits: ({ holdMinutes, heldMax, pairPerDayMax }: Limits) =>
    `选好后积分留${holdMinutes}分钟。每人最多同时留${heldMax}份，同一家店一天最多换${pairPerDayMax}次。`,
  online: '现在去店里',
  voucher: '存成离线券',
  short: (points: number) => `还差${points}积分`,
  notNow: '先不换',
  working: '正在留…',
  more: '再看一些',
};

export const showWords = {
  title: '出示给商户',
  show: '出示给店员扫',
  renew: (seconds: number) => `${seconds} 秒后换新码`,
  holdLeft: (minutes: number) => `积分还留 ${minutes} 分钟`,
  lastMinute: '积分留到最后一分钟',
  qr: '核销二维码',
  cancel: '不用了，退回积分',
  cancelled: '已退回积分',
  captured: (at: string) => `${at}已核销`,
  voucherTitle: '离线券',
  voucherNote: (until: string) => `${until}前给店员扫，只在这家店能用`,
  rate: '这次怎么样',
  rated: (stars: number) => `您评了 ${stars} 星`,
  stars: { '1': '1 星', '2': '2 星', '3': '3 星', '4': '4 星', '5': '5 星' },
  note: '想说的话',
  send: '评价',
  sending: '正在提交…',
  missing: '选几颗星',
  thanks: '谢谢您的评价',
  rateNote: '评价不影响您的积分',
  again: '重新换一份',
};

export const mineWords = {
  title: '我的兑换',
  none: '还没有换过。去看看身边能换什么',
  toOffers: '去看看',
};
