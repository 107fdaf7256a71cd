export const inboxWords = {
  title: '消息',
  unread: (count: number) => (count > 99 ? '99+' : String(count)),
  bell: (count: number) => (count > 0 ? `消息，${count > 99 ? '99条以上' : `${count}条`}未读` : '消息'),
  readAll: '全部已读',
  which: '看哪些',
  all: '全部消息',
  onlyUnread: '只看未读',
  unreadMark: '未读',
  empty: '还没有消息。有事派给您、快到期限或有了答复，会在这里告诉您。',
  emptyUnread: '没有未读的消息。',
  settings: '提醒设置',
  more: '再看一些',
};

export const preferenceWords = {
  title: '提醒设置',
  wanted: '这些消息也告诉我',
  always: '派给您的事、期限和紧急情况总会告诉您。',
  texts: '发短信或微信告诉我',
  quietFrom: '免打扰从',
  quietTo: '到',
  quietHelp: '这段时间不发短信和微信，早上再发；紧急情况除外。',
  save: '保存设置',
  saved: '已保存。',
  wechat: '微信服务号',
  wechatBound: '已绑定，答复会发到您的微信。',
  wechatOpen: '请在微信里打开本页，再点“绑定微信”。',
  bind: '绑定微信',
  unbind: '解除绑定',
};

export const deliveryWords = {
  title: '短信与微信',
  empty: '还没有发出过短信或微信。',
  text: '内容',
  at: '时间',
  channel: '方式',
  status: '状态',
  anyStatus: '全部状态',
  attempts: '次数',
  demo: '演示街道不向外发送，这里显示本来会发出的内容。',
  next: (moment: string) => `${moment}再试`,
};
