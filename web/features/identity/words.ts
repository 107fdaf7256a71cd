// Signing in, the own account, and the people of the demo street.
export const signInWords = {
  title: '登录',
  phone: '手机号',
  phoneHelp: '第一次登录会自动开户，号码只用来联系您',
  phoneWrong: (digits: number) => `手机号要11位，现在是${digits}位`,
  code: '验证码',
  codeWrong: '验证码是6位数字',
  sendCode: '发验证码',
  sending: '正在发…',
  resendIn: (seconds: number) => `${seconds} 秒后可再发`,
  codeSent: (until: string) => `已发到这个手机号，${until}前有效`,
  demoCode: (code: string) => `演示街道不发短信，验证码是 ${code}`,
  signIn: '登录',
  signingIn: '正在登录…',
  byCode: '验证码登录',
  byPassword: '密码登录',
  way: '登录方式',
  password: '密码',
  totp: '动态码',
  totpHelp: '打开手机上的验证器，看 6 位数字',
  forgot: '忘了密码，请找本单位的系统管理员重设',
  noPhone: '不会用手机登录？请楼门长或社区帮您',
  demoPeople: '演示街道：换个人物看看',
};

export const passwordWords = {
  title: '改密码',
  mustChange: '这是第一次登录，请换成自己的密码',
  current: '现在的密码',
  next: '新密码',
  nextHelp: '至少 10 位，大写、小写、数字、符号里有三种，不含手机号和姓名',
  again: '再输一遍新密码',
  different: '两遍不一样，请再输一遍',
  change: '改密码',
  changing: '正在改…',
  changed: '密码已改，别的设备要重新登录',
  expires: (day: string) => `密码 ${day} 到期`,
};

export const secondFactorWords = {
  title: '动态码验证器',
  on: '已开启，登录时要再输 6 位动态码',
  off: '还没有开启。开启后，别人知道密码也登录不了',
  start: '开启',
  scan: '用验证器扫这个码，或把下面的密钥输进去',
  confirm: '确认开启',
  confirming: '正在确认…',
  done: '动态码已开启',
};

export const accountWords = {
  title: '我的',
  account: '我的账号',
  posts: '我的岗位',
  noPost: '居民',
  onBehalf: (name: string) => `代 ${name}`,
  settings: '设置',
  elder: '长辈版',
  elderNote: '字大、按钮大、只留常用的',
  standard: '返回标准版',
  signOut: '退出登录',
  signOutQuestion: '退出后，这台设备上存的内容会清掉。要退出吗',
  stay: '先不退',
  switchPerson: '换个演示人物',
  waiting: '待发送',
  waitingNone: '没有待发送的记录',
  refused: '没发成',
  drop: '不发了',
  sendNow: '现在发',
};

export const demoWords = {
  title: '演示街道的人物',
  intro: (street: string) => `${street}的演示数据，人物都是虚构的。点一下就以这个人登录。`,
  none: '这里是正式街道，没有演示人物。请从下面的入口登录。',
  signingIn: '正在登录…',
  shells: { '/m': '手机·居民', '/g': '手机·网格', '/a': '电脑·办公', '/s': '手机·商户' },
};
