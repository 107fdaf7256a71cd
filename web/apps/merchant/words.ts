export const merchantWords = {
  tabs: { counter: '核销', offers: '优惠', months: '对账', mine: '我的' },
  unknown: '没有这个页面。',
  toHome: '回到核销',
};
