// What is read in messages pasted from a chat: system lines, marks, categories, urgency. Lists are data; order matters
// where said. Categories are `major/minor` by the names of the tree of matters.

/** Parts of a line by which the chat itself speaks, nobody in it. */
export const systemLines: readonly string[] = [
  '撤回了一条消息',
  '加入了群聊',
  '加入群聊',
  '退出了群聊',
  '移出了群聊',
  '修改群名为',
  '拍了拍',
  '以下为新消息',
  '以上是打招呼的内容',
  '你已添加了',
  '发起了群收款',
  '的聊天记录',
  '聊天记录如下',
  '开启了朋友验证',
  '领取了你的红包',
  '成为群管理员',
];

/** Words before a colon that are a field of a form and not the name of somebody. */
export const fieldWords: readonly string[] = [
  '地址',
  '电话',
  '联系电话',
  '手机',
  '手机号',
  '姓名',
  '联系人',
  '事项',
  '问题',
  '诉求',
  '内容',
  '时间',
  '地点',
  '位置',
  '备注',
  '通知',
  '公告',
  '提醒',
  '注意',
  '房号',
  '小区',
  '楼号',
];

/** What stands for something that is no text, and what it stands for. */
export const mediaMarks: Readonly<Record<string, 'photo' | 'voice' | 'video' | 'file' | 'place'>> = {
  图片: 'photo',
  照片: 'photo',
  语音: 'voice',
  视频: 'video',
  文件: 'file',
  位置: 'place',
};

/** Of the words that occur, those of one category are counted; the earlier category wins a tie. */
export const categoryKeywords: Readonly<Record<string, readonly string[]>> = {
  '公共服务/供气': ['燃气', '煤气', '天然气', '没气'],
  '公共服务/供暖': ['暖气', '供暖', '供热', '不热', '没暖', '停暖', '地暖'],
  '公共服务/供电': ['停电', '没电', '跳闸', '断电', '电表'],
  '公共服务/供水': ['停水', '没水', '水压', '水管爆', '自来水', '水黄', '二次供水'],
  '公共服务/路灯': ['路灯'],
  '物业管理/电梯': ['电梯', '困梯'],
  '公共安全/飞线充电': ['飞线', '拉线充电', '电动车充电', '电瓶车充电', '推上楼', '电动车进楼', '电瓶上楼'],
  '公共安全/楼道堆物': ['楼道堆', '堆杂物', '堆物', '楼道里放', '楼道放', '杂物', '堆满'],
  '公共安全/消防通道': ['消防通道', '消防车', '堵消防', '生命通道', '安全出口'],
  '公共安全/井盖': ['井盖'],
  '公共安全/高空抛物': ['高空抛物', '往下扔', '楼上扔', '高空坠物'],
  '住房/房屋漏雨': ['漏雨', '漏水', '渗水', '房顶漏', '屋顶漏', '墙皮', '返潮', '发霉', '外墙脱落'],
  '住房/加装电梯': ['加装电梯', '装电梯'],
  '住房/群租': ['群租', '隔断房'],
  '物业管理/停车管理': ['停车位', '车位', '占车位', '地锁', '停车费', '道闸', '僵尸车'],
  '物业管理/物业收费': ['物业费', '收费标准', '乱收费'],
  '物业管理/公共收益': ['公共收益', '广告收益'],
  '物业管理/业委会': ['业委会', '物管会'],
  '物业管理/物业服务': [
    '楼道灯',
    '声控灯',
    '灯不亮',
    '灯坏',
    '门禁',
    '单元门',
    '对讲',
    '物业不管',
    '保洁',
    '下水',
    '堵了',
    '返水',
    '化粪池',
    '污水',
  ],
  '市容环卫/垃圾清运': ['垃圾', '垃圾桶', '清运', '满溢', '厨余', '大件'],
  '市容环卫/占道经营': ['占道', '摆摊', '游商', '出店经营'],
  '市容环卫/小广告': ['小广告'],
  '市容环卫/公厕': ['公厕', '厕所'],
  '城乡建设/违法建设': ['违建', '违法建设', '私搭', '私搭乱建', '彩钢房'],
  '城乡建设/施工扰民': ['施工', '装修', '电钻', '工地'],
  '交通管理/机动车违停': ['违停', '乱停', '堵路', '堵着路', '挡路', '挡车'],
  '交通管理/非机动车停放': ['共享单车', '自行车乱', '电动车乱'],
  '交通管理/道路破损': ['路面', '坑洼', '塌陷', '路坏'],
  '环境保护/噪声': ['噪声', '噪音', '太吵', '吵得', '广场舞', '音响', '低频'],
  '环境保护/油烟': ['油烟'],
  '环境保护/异味': ['异味', '臭味', '恶臭', '味道大'],
  '社会秩序/养犬': ['狗', '遛狗', '犬', '不牵绳'],
  '社会秩序/邻里纠纷': ['邻居吵', '邻里', '楼上跑跳', '纠纷'],
  '市场管理/食品安全': ['食品', '过期', '吃坏'],
  '市场管理/预付卡': ['预付卡', '退卡', '充值卡', '健身房跑路'],
  '劳动和社会保障/欠薪': ['欠薪', '拖欠工资', '不发工资'],
  '民政/养老': ['养老', '助餐', '老年卡', '高龄津贴'],
  '园林绿化/树木修剪': ['树枝', '修剪', '绿化', '枯树', '倒树', '飞絮', '虫子'],
};

/** Water, heat, light, lift: what a household cannot do without for a day. Words of danger are those of safety. */
export const livelihoodWords: readonly string[] = [
  '停水',
  '没水',
  '停电',
  '没电',
  '停暖',
  '不热',
  '没气',
  '爆管',
  '水管爆',
  '漏水',
  '返水',
  '污水',
  '电梯停',
  '电梯坏',
  '井盖',
];

/** Something is wrong or wanted, though no category knows the word. */
export const troubleWords: readonly string[] = [
  '坏了',
  '不亮',
  '打不开',
  '关不上',
  '没人管',
  '堵',
  '漏',
  '反映',
  '投诉',
  '维修',
  '修一下',
  '修修',
  '能不能',
  '什么时候',
  '怎么办',
  '影响',
  '危险',
  '帮忙',
  '求助',
];

/** Thanks and news of an end: said of something, but nothing to do. */
export const settledWords: readonly string[] = [
  '修好了',
  '已修好',
  '解决了',
  '已解决',
  '谢谢物业',
  '感谢',
  '好了好了',
  '来电了',
  '来水了',
];

export const pasteProblems = {
  'case.pasted_before': '这段话已经录入过，编号{number}。要补充内容，请打开那件事',
} as const;

/** Title of a pasted case: place, then matter. */
export const untitled = '居民反映';

/** How a chat writes moments; sources of patterns with the flag `u`. */
export const momentShapes = {
  date: '(?:(?<year>\\d{4})[-/.年])?(?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})日?',
  relative: '(?<relative>今天|昨天|前天)',
  clock: '(?<half>上午|下午|晚上|凌晨|中午)?\\s?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2})?',
} as const;
