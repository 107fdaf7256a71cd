// Sentences and units that every screen shares: what went wrong on the way, and how we say times.
export const problemWords: Record<string, string> = {
  'network.offline': '信号不好，没连上。您填的内容还在，联网后再试一次',
  'network.unreadable': '没读出来。点一下再试，您填的内容还在',
  'session.missing': '请先登录',
  'storage.full': '手机存储满了，这一笔没有存下。您写的还在这一页，请先清出一些空间再按一次',
  'server.fault': '这边出了点问题，没办成。您填的内容还在，过一会儿再试',
};

export const refusalWords = {
  meantFor: (deed: string, roles: readonly string[], hasMore: boolean) =>
    `这一页用来${deed}，由${roles.join('、')}${hasMore ? '等岗位' : ''}打开。您现在的身份用不到它。`,
};

export const timeWords = {
  today: '今天',
  yesterday: '昨天',
  tomorrow: '明天',
  justNow: '刚刚',
  before: '前',
  left: '剩 ',
  late: '超时 ',
  ago: '前',
  minute: ' 分',
  minuteLong: ' 分钟',
  hour: ' 小时',
  day: ' 天',
  monthOf: '月',
  dayOf: '日',
  yearOf: '年',
  until: '至',
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  weekdaysLong: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
};

export const speakWords = {
  read: '朗读',
  stop: '停下',
  unavailable: '这台手机不能朗读，下面是文字',
};
