import type { PlainStatus, RequestType } from '#contract/cases/codes.ts';

export const open311Problems = {
  'open311.outside_your_area': '密钥由街道的系统管理员管理。',
  'open311.key_revoked': '这个密钥已经停用了。',
  'open311.refused': '请求没有通过检查。',
  'open311.jurisdiction_missing': '没有填 jurisdiction_id（街道代码）：这台服务器上有多个街道。',
  'open311.jurisdiction_unknown': 'jurisdiction_id“{value}”不在这台服务器上。',
  'open311.field_missing': '没有填 {field}。',
  'open311.field_long': '{field} 太长，最多 {max} 个字。',
  'open311.place_missing': '没有填地点：lat 和 long、address_string、address_id 至少填一样。',
  'open311.position_wrong': 'lat 和 long 要成对，写成 WGS84 的度数，例如 lat=40.03&long=116.42。',
  'open311.address_unknown': '没有 address_id“{value}”这个地点。',
  'open311.phone_wrong': 'phone 不是有效的电话号码。',
  'open311.value_unknown': '{field} 不能填“{value}”，可填：{allowed}。',
  'open311.date_wrong': '{field} 要写成带时区的时间，例如 2026-11-21T08:00:00+08:00。',
  'open311.range_wrong': 'start_date 要早于 end_date，前后最多 90 天。',
  'open311.number_wrong': '{field} 要填 1 到 {max} 的整数。',
  'open311.service_unknown': '没有 service_code“{value}”这个类别。',
  'open311.request_unknown': '没有 service_request_id“{value}”，或者它没有公开。',
  'open311.token_unknown': '没有 token“{value}”。',
  'open311.key_invalid': 'api_key 无效或已停用。',
  'open311.too_many': '这个密钥 24 小时内已交来 {max} 件，请明天再发或联系街道。',
  'open311.repeat_conflict': '这个 Idempotency-Key 已用于另一件，请换一个再发。',
} as const;

export const open311Events = {
  'program_key.made': '发放了开放接口密钥',
  'program_key.revoked': '停用了开放接口密钥',
} as const;

/** What everybody may know about a case that staff have not published. */
export const statusNotes: Readonly<Record<PlainStatus | 'merged', string>> = {
  submitted: '已收到，等待受理',
  received: '已受理，正在安排承办单位',
  in_progress: '承办单位正在办理',
  awaiting_answer: '已经办完，正在回访',
  done: '已办结',
  not_taken_up: '不属于受理范围，已告知原因',
  withdrawn: '来报人已撤回',
  merged: '与同一件事并案办理',
};

export const serviceNotice = (number: string): string => `已收到，编号 ${number}`;
export const trackNotice = '，凭编号和电话后四位可以查进度';

export const serviceWords = {
  description: (group: string, name: string) => `${group}：${name}`,
  unnamed: '未留姓名',
  actor: (name: string) => `开放接口·${name}`,
  keyService: (street: string) => `向${street}系统管理员申请 api_key`,
} as const;

/** The fields a service asks for beyond the standard ones. */
export const attributeWords = {
  place: { description: '具体位置：小区、楼号、单元或路口', help: '说得越细，找得越快' },
  request_type: { description: '来报类型', help: '' },
  hidden: { description: '是否不让承办单位看到姓名和电话', help: '' },
} as const;

export const yesNo = { yes: '是', no: '否' } as const;

/** Who reports somebody is heard in person, not through a program of others. */
export const offeredTypes = [
  'help',
  'complaint',
  'suggestion',
  'inquiry',
] as const satisfies readonly RequestType[];

/** Under which header the case page shows what came along. */
export const sourceHeaders = {
  email: '电子邮箱',
  account_id: '对方账号',
  media_url: '图片地址',
  address_id: '地点代码',
} as const;
