// What a reply about a matter says beside what every reply says; by matter or branch and by how the case ended.
// Local practice adds to it in `replies` of a pack. `＿＿` is for the writer.
import type { ReplyOutcome } from '#contract/cases/replies/outcomes.ts';

export interface ReplyLine {
  /** A branch (`06`) means all its matters. */
  matterCode: string;
  outcome: ReplyOutcome;
  sentence: string;
}

type Lines = Partial<Record<ReplyOutcome, string>>;

const lines: Readonly<Record<string, Lines>> = {
  '01': {
    explained: '业主共用部分的修缮要先公示、再由业主表决，社区可以帮着牵头。',
    planned: '进展会贴在单元公告栏。',
  },
  '0103': {
    solved: '电梯已试运行＿＿次，检修单贴在轿厢里。被困时请按呼叫按钮，不要扒门。',
    partly: '停梯期间家里有行动不便的老人，请告诉我们，我们上门帮忙。',
    planned: '停梯期间家里有行动不便的老人，请告诉我们，我们上门帮忙。',
  },
  '0201': {
    solved: '已做淋水试验，＿＿。下次下雨后请留意原处，再漏就告诉我们。',
    partly: '雨天如果又漏，请先断开漏水处的电源，再告诉我们。',
    planned: '雨天如果又漏，请先断开漏水处的电源，再告诉我们。',
  },
  '03': { solved: '再看到请随手拍给我们。' },
  '0301': { solved: '这里每天清运＿＿次。' },
  '0402': {
    solved: '已告知施工单位：＿＿时以后不施工，工地负责人的电话贴在围挡上。',
    explained: '夜间施工许可贴在工地门口，可以当场核对。',
  },
  '0501': { solved: '这里已列入＿＿的巡查。', partly: '这里已列入＿＿的巡查。' },
  '0503': { planned: '位置和方案定了先在路口公示。' },
  '0601': { solved: '已试水，＿＿。', partly: '停水期间的送水点在＿＿。' },
  '0602': { solved: '已送电，＿＿。', partly: '停电期间家里有用电的医疗设备，请马上告诉我们。' },
  '0603': {
    solved: '已查漏，＿＿。闻到燃气味请先关阀开窗，到屋外再打电话。',
    partly: '闻到燃气味请先关阀开窗，到屋外再打电话。',
  },
  '0604': {
    solved: '复测室温＿＿度。室温如果还不够，请告诉我们方便测温的时间。',
    partly: '方便测温的时间请告诉我们，我们上门量。',
  },
  '0607': { solved: '灯已亮，＿＿。' },
  '07': { solved: '复查结果：＿＿。', explained: '监测结果：＿＿。' },
  '0801': { solved: '通道已画线，＿＿。' },
  '0802': { solved: '电动车请到充电棚充电，电池不要带上楼。', planned: '充电棚建好前请到＿＿充电。' },
  '0803': { solved: '楼道请保持畅通，大件可以打电话请人来收。' },
  '0901': {
    solved: '双方商定：＿＿。',
    explained: '双方愿意时，社区可以再约一次调解，时间由您定。',
    not_possible: '双方愿意时，社区可以再约一次调解，时间由您定。',
  },
  '10': { transferred: '请留好小票、合同和付款记录。' },
  '13': { explained: '要带的材料：＿＿。不方便出门可以请社区上门办。' },
  '1401': { transferred: '请留好考勤、工资条和聊天记录。' },
  '18': { explained: '办事要带的材料：＿＿。' },
};

export const replyLines: readonly ReplyLine[] = Object.entries(lines).flatMap(([matterCode, said]) =>
  Object.entries(said).map(([outcome, sentence]) => ({
    matterCode,
    outcome: outcome as ReplyOutcome,
    sentence,
  })),
);
