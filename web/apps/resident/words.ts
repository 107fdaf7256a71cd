export const residentWords = {
  tabs: { home: '首页', mine: '我的' },
  elder: '长辈版',
  standard: '返回标准版',
  greeting: (name: string) => (name ? `${name}，您好` : '您好'),
  atHome: (entrance: string, day: string) => `${entrance} · ${day}`,
  phones: '便民电话',
  numbers: [
    { number: '12345', note: '市民热线' },
    { number: '120', note: '急救' },
    { number: '110', note: '报警' },
    { number: '119', note: '火警' },
  ],
  spoken: (name: string, day: string, calls: string) =>
    `${name ? `${name}，` : ''}您好。今天是${day}。${calls}要找市民热线，打12345。要叫救护车，打120。`,
  host: (name: string) => `主办单位：${name}`,
  record: (number: string) => `备案号：${number}`,
  complaint: '投诉建议',
  complaintPhone: '12345',
  unknown: '没有这个页面。',
  toHome: '回首页',
};
