export const entryWords = {
  name: '家力量',
  promise: '件件有回音',
  doors: [
    { path: '/m', word: '居民', note: '看通知、找楼门长、找物业', icon: 'home' },
    { path: '/g', word: '网格', note: '网格员、楼门长、物业', icon: 'grid' },
    { path: '/s', word: '商户', note: '核销积分、看对账', icon: 'seed' },
    { path: '/p', word: '办好的事', note: '不用登录，看街坊的事怎么解决的', icon: 'check' },
    { path: '/p/hours', word: '志愿时长公示', note: '不用登录，看开了哪些证明、抽查了什么', icon: 'clock' },
    { path: '/m/points/rules', word: '积分规则', note: '不用登录，看做什么事积多少分', icon: 'seed' },
    { path: '/a', word: '办公', note: '街道、社区、科室', icon: 'desk' },
  ],
  demo: '演示街道',
  demoNote: '点一个人物，看看他每天做什么',
  schematic: '地图是示意图，非测绘边界',
} as const;
