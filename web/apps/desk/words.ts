export const deskWords = {
  groups: {
    cases: '接诉即办',
    activities: '活动志愿',
    hours: '志愿时长',
    points: '双向积分',
    data: '基础数据',
    posts: '任职',
    exchange: '导入导出',
    audit: '审计',
    system: '系统',
    account: '账号',
  },
  account: '我的账号',
  examples: '界面示例',
  unknown: '没有这个页面。',
  toHome: '回到首页',
};
