// The cases that the personas have in hand today, in a table: who reported it when, who has it, how far it is.
import type { DeskLine } from './desk.ts';

const mother = { desk: 'mother', kind: 'resident_report', reporter: 'mother', athome: true } as const;
const elder = { ...mother, desk: 'elder', reporter: 'elder' } as const;
const warden = { desk: 'warden', kind: 'resident_report', reporter: 'door_warden', athome: true } as const;
const order = { desk: 'office', kind: 'hotline_order' } as const;
const grid = { desk: 'grid', kind: 'grid_case', reporter: 'grid_worker' } as const;
const byProperty = { lead: 'property', handler: 'property' } as const;
const byClerk = { lead: 'community', handler: 'community_clerk' } as const;
const byGrid = { lead: 'grid', handler: 'grid_worker' } as const;
const byChief = { lead: 'section', handler: 'section_chief' } as const;
const bySection = { lead: 'section' } as const;
const day = 24;

// biome-ignore format: a table is read by its columns.
export const deskLines: readonly DeskLine[] = [
  { ...mother, ...byProperty, ago: 0.7, matter: '0802', upTo: 'reported', pictures: 'wires', text: '有人从六层拉电线下来给电动车充电' },
  { ...mother, ...byProperty, ago: 20, matter: '0101', upTo: 'registered', text: '楼门口的坡道裂了一块，推婴儿车容易卡住' },
  { ...mother, ...byClerk, ago: 30, matter: '0901', upTo: 'started', text: '楼上漏水把楼下卧室顶泡了，两家说不到一起' },
  { ...mother, ...byProperty, ago: 2 * day, matter: '0101', upTo: 'dispatched', text: '三单元垃圾桶满了两天没换，楼下有味' },
  { ...mother, ...byProperty, ago: 20, matter: '0103', upTo: 'started', text: '电梯停在五层不动，八十多岁的老人下不了楼' },
  { ...mother, ...byProperty, ago: 9 * day, matter: '0101', upTo: 'signed', text: '三单元的门锁坏了，谁都能进', result: '更换门锁和闭门器，新门卡已逐户送到' },
  { ...mother, ...byProperty, ago: 19 * day, matter: '0102', upTo: 'closed', pictures: 'parking', isPublic: true, text: '消防通道旁总有车停着，轮椅过不去', result: '划了禁停线，装了隔离桩，已告知车主' },
  { ...mother, ...byClerk, ago: 33 * day, matter: '0901', upTo: 'closed', text: '楼上孩子夜里跑跳，楼下老人睡不好，想请社区说和', result: '社区上门两次，楼上铺了地垫，双方约好晚上九点后安静' },
  { ...mother, ...byProperty, ago: 41 * day, matter: '0101', upTo: 'closed', pictures: 'lamp', isPublic: true, text: '三单元二层楼道灯不亮，晚上看不见台阶', result: '已换灯头和感应器，全楼十二盏都查过，当晚恢复照明' },

  { ...elder, ...byProperty, ago: 3, matter: '0101', upTo: 'registered', text: '家门口的声控灯不亮，晚上倒垃圾看不清台阶' },
  { ...elder, ...byClerk, ago: 3 * day, matter: '1301', upTo: 'started', text: '腿脚不好，想请人教我用助餐的卡' },
  { ...elder, ...byClerk, ago: 16 * day, matter: '1301', upTo: 'closed', text: '想在卫生间装个扶手，夜里起来怕摔', result: '已在卫生间和床边装好扶手，试过稳当，费用由助老项目出' },

  { ...warden, ...byProperty, ago: 5, matter: '0803', upTo: 'dispatched', pictures: 'rubbish', text: '五层拐角堆了纸箱和旧柜子，轮椅转不过去' },
  { ...warden, ...byClerk, ago: 28, matter: '0901', upTo: 'contacted', text: '两户为门口放鞋架吵了起来，想请社区来说说' },
  { ...warden, ...byProperty, ago: 11 * day, matter: '0103', upTo: 'closed', isPublic: true, text: '3号楼电梯关门有异响，老人不敢坐', result: '维保单位更换门机皮带，试运行一天无异响' },

  { ...grid, ...byGrid, ago: 2, matter: '0304', upTo: 'dispatched', text: '三单元门口又贴了一排小广告，盖住了通知栏' },
  { ...grid, ...byGrid, kind: 'resident_report', reporter: 'mother', athome: true, ago: 7, matter: '0901', upTo: 'accepted', text: '空调冷凝水滴到楼下雨棚，半夜响' },
  { ...grid, ...byGrid, kind: 'hotline_order', reporter: undefined, athome: true, ago: 26, dueInHours: 9, matter: '1301', upTo: 'started', text: '独居老人想有人每周来看看，帮着取药' },
  { ...grid, ...byProperty, reporter: 'grid_lead', athome: true, ago: 30, matter: '0302', upTo: 'signed', pictures: 'rubbish', text: '楼后堆了装修垃圾，挡住消防车转弯', result: '当天清走两车，和装修的住户说好用完就清' },
  { ...grid, ...byGrid, fate: 'settled', athome: true, ago: 4 * day, matter: '0304', upTo: 'signed', pictures: 'rubbish', text: '楼道里有新贴的小广告', result: '当场铲除，墙面擦净' },
  { ...grid, ...byGrid, kind: 'resident_report', reporter: 'door_warden', fate: 'verified', athome: true, ago: 1.5, matter: '0804', upTo: 'asked_grid', text: '院门口的井盖翘起一角，怕孩子踩空' },

  { ...order, ...byProperty, desk: 'property', ago: 1, dueInHours: 5 * day, matter: '0101', upTo: 'dispatched', text: '二单元声控灯一直亮着关不掉' },
  { ...order, ...byProperty, desk: 'property', ago: 26, dueInHours: 6, matter: '0103', upTo: 'started', text: '电梯抖得厉害，按键要按好几次' },
  { ...order, ...byProperty, desk: 'property', ago: 5 * day, dueInHours: -4, matter: '0102', upTo: 'accepted', text: '登记的车位被占了三次，打电话没人挪' },
  { ...warden, ...byProperty, desk: 'property', kind: 'property_request', ago: 6, matter: '0101', upTo: 'dispatched', text: '单元门的闭门器坏了，关门声很大' },
  { ...mother, ...byProperty, desk: 'property', kind: 'property_request', ago: 19, matter: '0101', upTo: 'started', text: '地下车库入口照明坏了一半，倒车看不清' },

  { ...order, ...byClerk, desk: 'clerk', ago: 3, dueInHours: 4 * day, matter: '0901', upTo: 'dispatched', text: '楼下琴声晚上十点还响，想请社区说和' },
  { ...order, ...byClerk, desk: 'clerk', ago: 2 * day, dueInHours: 10, matter: '1301', upTo: 'accepted', text: '父亲八十六岁，想问上门体检怎么约' },
  { ...order, ...byProperty, desk: 'clerk', ago: 2 * day, dueInHours: 2 * day, matter: '0101', upTo: 'handed_in', text: '楼道好几天没人打扫', result: '当天清扫，楼门口贴了清扫时间表，保洁每天两次' },
  { ...order, ...bySection, desk: 'clerk', ago: 3 * day, dueInHours: 20, matter: '0701', upTo: 'handed_in', text: '广场舞音响晚上九点半还很响', result: '和领舞的居民约好九点收音响，社区每周看两次' },

  { ...order, ...byProperty, ago: 3 * day, dueInHours: 2 * day, matter: '0803', upTo: 'signed_1', text: '楼道堆满旧家具，出不去人', result: '住户自己清走，楼门长和物业一起看过，楼道恢复通畅' },
  { ...mother, ...byProperty, desk: 'office', ago: 6 * day, matter: '0102', upTo: 'handed_in', text: '快递车堵在单元门口，孩子进出要绕', result: '划出快递车停放区，每天十点和十七点有人引导' },
  { ...order, ...bySection, ago: 4 * day, dueInHours: 5, matter: '0702', upTo: 'signed_1', text: '楼下餐馆的油烟直冲窗户', result: '餐馆清洗净化器并加高烟道，夜里实测合格' },
  { ...order, ...byProperty, ago: 4 * day, dueInHours: 26, matter: '0604', upTo: 'signed_2', text: '暖气一直不热，家里有刚出月子的孩子', result: '供热单位上门排气并清洗滤网，室温升到二十一度' },
  { ...order, ...bySection, ago: 6 * day, dueInHours: -2, matter: '0401', upTo: 'signed_2', text: '一层住户在窗外搭棚子，挡了二层的光', result: '到场制止，住户自行拆除，现场已恢复' },
  { ...order, ...byChief, ago: 5 * day, dueInHours: 8, matter: '0505', upTo: 'signed_3', text: '路口人行道砖松了，雨天踩一脚水', result: '更换二十七块砖，压实后铺平，雨后回看无积水' },
  { ...order, ...bySection, ago: 7 * day, dueInHours: -6, matter: '0402', upTo: 'signed_3', text: '工地夜里十一点还在施工', result: '现场叫停，开具整改单，工地承诺二十二点后不施工' },
  { ...order, ...bySection, ago: 5 * day, dueInHours: 2 * day, matter: '0303', upTo: 'signed_3', text: '早点摊占了人行道，推婴儿车过不去', result: '引导进便民早市摊位，路口安排人看一周' },
  { ...warden, ...byProperty, desk: 'office', fate: 'told_first', ago: 9, matter: '0804', upTo: 'told_first', text: '井盖缺了一角，孩子差点踩空', result: '先围挡，当天更换防坠井盖，周边十二个一并查过' },

  { ...order, ...byChief, desk: 'section', ago: 4, dueInHours: 3 * day, matter: '0303', upTo: 'dispatched', text: '地铁口晚高峰有流动摊贩，路走不动' },
  { ...order, ...byChief, desk: 'section', ago: 30, dueInHours: 7, matter: '0304', upTo: 'started', text: '临街围墙喷了小广告，刷了又喷' },
  { ...order, ...byChief, desk: 'section', fate: 'joint', ago: 2 * day, dueInHours: 3 * day, matter: '0401', upTo: 'started', text: '楼顶有人砌墙，已经砌了三天' },
  { ...order, ...byChief, desk: 'section', fate: 'excluded', ago: 2 * day, dueInHours: 4 * day, matter: '0505', upTo: 'excluding', text: '邻街路面有大坑，电动车差点摔倒' },
  { ...order, ...byClerk, desk: 'section', fate: 'whistle', ago: 3 * day, dueInHours: 4 * day, matter: '0901', upTo: 'blown', text: '两栋楼为共用通道争执，门被锁上' },
  { ...order, ...byProperty, desk: 'section', fate: 'whistle', ago: 2 * day, dueInHours: 5 * day, matter: '0802', upTo: 'acknowledged', text: '飞线充电拆了又拉，三个单元都有' },
  { ...order, ...byProperty, desk: 'section', fate: 'whistle', ago: 3 * day, dueInHours: 6 * day, matter: '0102', upTo: 'arrived', pictures: 'parking', text: '地铁口共享车位全被外来车占满，早晚高峰堵到院门口' },
  { ...order, ...byProperty, desk: 'section', fate: 'suspended', ago: 8 * day, dueInHours: 5 * day, matter: '0201', upTo: 'suspended', text: '楼顶防水坏了，一下雨六层就漏' },

  { ...order, ...byProperty, desk: 'dispatcher', ago: 0.4, dueInHours: 7 * day, matter: '0201', upTo: 'reported', text: '九层卫生间顶上滴水，墙皮掉了一片' },
  { ...order, ...byProperty, desk: 'dispatcher', ago: 1.2, dueInHours: 5 * day, matter: '0604', upTo: 'reported', text: '家里暖气只有十五六度，三天了' },
  { ...order, ...bySection, desk: 'dispatcher', ago: 26, dueInHours: 5, matter: '0701', upTo: 'reported', text: '楼下饭馆的排风机整夜响' },
  { ...order, ...bySection, desk: 'dispatcher', ago: 2 * day, dueInHours: 9, matter: '0607', upTo: 'reported', text: '小区东门外两盏路灯不亮，下夜班看不清路' },
  { ...order, ...bySection, desk: 'dispatcher', ago: 3 * day, dueInHours: -3, matter: '1001', upTo: 'reported', text: '健身房关门了，预存的卡没法退' },
  { ...order, ...bySection, desk: 'dispatcher', fate: 'returned', ago: day, dueInHours: 2 * day, matter: '0505', upTo: 'returned', text: '两家单位交界处的路面塌了一块' },

  { desk: 'enterprise', kind: 'enterprise_demand', reporter: 'enterprise', ...bySection, ago: 6, matter: '1803', upTo: 'reported', text: '新来的八名工程师想了解人才公寓怎么申请' },
  { desk: 'enterprise', kind: 'enterprise_demand', reporter: 'enterprise', ...byChief, ago: 4 * day, matter: '0502', upTo: 'started', text: '园区门口共享单车堆满，员工早上进不来' },
  { desk: 'enterprise', kind: 'enterprise_demand', reporter: 'enterprise', ...bySection, ago: 24 * day, matter: '0605', upTo: 'closed', text: '办公楼三层手机没信号，影响客户联系', result: '运营商增设室内分布天线，三层各角落测过，通话正常' },

  { ...order, ...byProperty, desk: 'callback', ago: 5 * day, dueInHours: 2 * day, matter: '0101', upTo: 'signed', text: '单元门锁不上，谁都能进', result: '更换门锁和闭门器，新门卡逐户送到' },
  { ...order, ...bySection, desk: 'callback', fate: 'unreachable', ago: 5 * day, dueInHours: 3 * day, matter: '0902', upTo: 'missed_calls', text: '有人遛狗不拴绳，孩子被追着跑', result: '社区和派出所上门登记，主人承诺拴绳' },
  { ...order, ...byClerk, desk: 'callback', fate: 'dissatisfied', ago: 6 * day, dueInHours: 3 * day, matter: '0901', upTo: 'back_at_work', text: '楼上装修噪声一天到晚，说好的时间没守', result: '社区上门约好装修时间，贴在楼门口' },
];
