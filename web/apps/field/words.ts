export const fieldWords = {
  tabs: { mine: '我的' },
  unknown: '没有这个页面。',
  toHome: '回到我的',
};
