// The people a visitor may try the platform as, and tests speak as. Each sits in the generated street under this name.
import type { Role } from '#contract/identity/roles.ts';

export interface DemoPersona {
  key: string;
  name: string;
  sex: 'female' | 'male';
  bornOn: string;
  role: Role;
  /** Area of the post: street, community, big grid, grid or entrance. */
  areaCode: string;
  /** Name of the organisation the post belongs to. */
  organisation: string | null;
  /** The shell they open. */
  shell: '/m' | '/g' | '/a' | '/s';
  /** Where they sit, as people say it. */
  place: string;
  /** One line of what they do. */
  does: string;
}

const street = '110112003';
const shuaifu = '110112003009';
const entrance = '110112003009007E01B03U3';
const office = '市民诉求处置中心';

type Line = readonly [
  key: string,
  name: string,
  sex: 'female' | 'male',
  bornOn: string,
  role: Role,
  areaCode: string,
  organisation: string | null,
  shell: DemoPersona['shell'],
  place: string,
  does: string,
];

// biome-ignore format: a table is read by its columns.
const table: readonly Line[] = [
  ['mother', '林晓棠', 'female', '1989-04-12', 'resident', entrance, null, '/m', '通惠南路29号院3号楼3单元', '两个孩子的妈妈，下班路上拍一张就把事报了'],
  ['elder', '王桂珍', 'female', '1943-02-27', 'resident', entrance, null, '/m', '通惠南路29号院3号楼3单元', '王奶奶，83岁，独居，用长辈版'],
  ['door_warden', '李慧', 'female', '1968-09-03', 'door_warden', entrance, null, '/g', '通惠南路29号院3号楼3单元', '楼门长，替邻居报事，惦记着楼里的老人'],
  ['grid_worker', '周敏', 'female', '1991-06-18', 'grid_worker', `${shuaifu}007`, null, '/g', '帅府社区第7网格', '专职网格员，管152户，每周入户'],
  ['grid_lead', '高宏伟', 'male', '1982-11-25', 'grid_lead', `${shuaifu}-B3`, null, '/g', '帅府社区第3大网格', '网格长，带4个小网格，难办的事先到他这儿'],
  ['community_clerk', '孙悦', 'female', '1995-01-30', 'community_clerk', shuaifu, '帅府社区居委会', '/a', '帅府社区', '社区工作者，管住户台账和导入导出'],
  ['community_secretary', '李文静', 'female', '1979-08-14', 'community_secretary', shuaifu, '帅府社区居委会', '/a', '帅府社区', '社区书记，第二级审签，晚上给不满意的居民回电话'],
  ['dispatcher', '沈岚', 'female', '1988-03-22', 'dispatcher', street, office, '/a', office, '值班调度，看一眼就知道该派给谁'],
  ['callback', '苗雨桐', 'female', '1996-10-08', 'callback_operator', street, office, '/a', office, '回访员，没经手过这件事，才由她来问办得怎么样'],
  ['section_chief', '郑国平', 'male', '1976-05-09', 'section_chief', street, '城市管理办公室', '/a', '城市管理办公室', '科长，接主办和协办，管科室台账'],
  ['deputy', '许文川', 'male', '1978-12-01', 'deputy_in_charge', street, null, '/a', '北苑街道', '分管领导，第三级审签'],
  ['principal', '方建明', 'male', '1972-07-16', 'principal', street, null, '/a', '北苑街道', '书记，第四级审签，早上先看五件红灯'],
  ['property', '何永顺', 'male', '1974-10-20', 'property_staff', shuaifu, '安和物业服务有限公司', '/g', '安和物业', '何师傅，维修主管，修好了拍一张'],
  ['enterprise', '苏晴', 'female', '1987-02-08', 'enterprise_contact', '110112003007', '云杉数据技术有限公司', '/m', '云杉数据', '企业联系人，有事找管家，无事不打扰'],
  ['activity_manager', '陶思源', 'female', '1990-05-27', 'activity_manager', street, '市民活动中心', '/a', '市民活动中心', '活动志愿管理员，一周发三场活动，月底和商户对账'],
  ['merchant', '石秀英', 'female', '1981-03-17', 'merchant_staff', `${shuaifu}007`, '春和理发店', '/s', '春和理发店', '店主，邻居拿积分来剪发，扫一下就好，月底和街道对账'],
  ['school_liaison', '孔令仪', 'female', '1984-06-09', 'school_liaison', shuaifu, '启明小学', '/m', '启明小学', '学校联络员，收社会实践清单，报班级人数和小时数，不报学生名字'],
  ['system_admin', '丁一凡', 'male', '1990-09-11', 'system_admin', street, '综合保障办公室', '/a', '综合保障办公室', '系统管理员，管账号和日历，看不到居民信息'],
  ['security_admin', '崔静怡', 'female', '1986-04-05', 'security_admin', street, '综合保障办公室', '/a', '综合保障办公室', '安全管理员，只管谁担任什么'],
  ['audit_admin', '武志恒', 'male', '1983-01-19', 'audit_admin', street, '纪检监察办公室', '/a', '纪检监察办公室', '审计管理员，只看谁做过什么'],
];

export const personas: readonly DemoPersona[] = table.map(
  ([key, name, sex, bornOn, role, areaCode, organisation, shell, place, does]) => ({
    key,
    name,
    sex,
    bornOn,
    role,
    areaCode,
    organisation,
    shell,
    place,
    does,
  }),
);

/** The persona meant for a post, if there is one. */
export function personaFor(
  role: Role,
  areaCode: string,
  organisation: string | null,
): DemoPersona | undefined {
  return personas.find(
    (persona) =>
      persona.role === role && persona.areaCode === areaCode && persona.organisation === organisation,
  );
}
