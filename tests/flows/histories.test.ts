// Random deeds by random people against the services and the database: whatever happens, the promises hold
// (domain.md 7.6 nos. 1, 3, 4, 6, 7, 9 and 18).
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { type Kind, kinds, type Move, moves, type Status, terminals } from '#contract/cases/machine.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import type { AnyEndpoint } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { allowedMoves, fold, type Step } from '#modules/cases/rules.ts';
import { sweepTimers } from '#modules/cases/service/sweep.ts';
import { assignmentsOf, signaturesOf, stepsOf } from '#modules/cases/store/parts.ts';
import { type CaseStage, communityMatter } from '../kit/cases.ts';
import { streetId } from '../kit/people.ts';
import { flowStage } from '../kit/stage.ts';

const stage = await flowStage();
const histories = 40;
const deedsMax = 16;
/** Every third deed is anybody's; the others are by somebody whose work it may be, or no history would get far. */
const wild = 3;

const people = [
  '郑社工',
  '李书记',
  '何经办',
  '唐科长',
  '许分管',
  '高主任',
  '柏回访',
  '沈派单',
  '周网格',
  '马书记',
  '安物业',
] as const;

type Deed = readonly [endpoint: AnyEndpoint, who: readonly string[], body: (stage: CaseStage) => object];
const none = () => ({});
const chain = ['何经办', '李书记', '许分管', '高主任', '唐科长'];
const deeds: Partial<Record<Move | 'contact', Deed>> = {
  register: [
    cases.registerCase,
    ['李书记', '郑社工'],
    ({ entranceId }) => ({ matterCode: communityMatter, areaId: entranceId, urgency: 'ordinary' }),
  ],
  reject: [cases.rejectCase, ['李书记'], () => ({ rejectReason: 'beyond_duties', answer: '请到有权的部门' })],
  dispatch: [
    cases.dispatchCase,
    ['李书记', '沈派单'],
    ({ communityId }) => ({ lead: { kind: 'area', unitId: communityId } }),
  ],
  reassign: [
    cases.reassignCase,
    ['李书记', '沈派单'],
    ({ communityId }) => ({ lead: { kind: 'area', unitId: communityId }, reason: '换人办', final: true }),
  ],
  accept: [cases.acceptCase, ['郑社工'], none],
  return_to_dispatcher: [cases.returnToDispatcher, ['郑社工'], () => ({ reason: '不归我们' })],
  contact: [cases.contactRequester, ['郑社工'], () => ({ way: 'phone', outcome: 'reached' })],
  start: [cases.startCase, ['郑社工'], none],
  submit_result: [cases.submitResult, ['郑社工'], () => ({ result: '已上门处理，当天恢复，双方都同意' })],
  review_approve: [cases.reviewApprove, chain, none],
  review_return: [cases.reviewReturn, chain, () => ({ reason: '没有说清楚' })],
  suspend: [
    cases.suspendCase,
    ['许分管'],
    () => ({ plan: '列入改造', until: '2026-12-20T02:00:00.000Z', requesterTold: true }),
  ],
  resume: [cases.resumeCase, ['许分管'], none],
  begin_confirmation: [cases.beginConfirmation, ['柏回访'], none],
  confirm_pass: [cases.confirmPass, ['柏回访'], () => ({ solved: 'yes', satisfaction: 'satisfied' })],
  confirm_fail: [
    cases.confirmFail,
    ['柏回访'],
    () => ({ solved: 'no', satisfaction: 'dissatisfied', reason: '还是老样子' }),
  ],
  close_special: [cases.closeSpecial, ['高主任'], () => ({ closureType: 'special', reason: '正在诉讼' })],
  reopen: [cases.reopenCase, ['高主任', '李书记'], () => ({ reason: '又漏了' })],
  withdraw: [cases.withdrawCase, ['李书记'], () => ({ reason: '不用了' })],
  transfer_out: [cases.transferOut, ['沈派单'], () => ({ authority: '区住建委', receipt: '住建接〔7〕' })],
};
/** Rarer, or most histories would end at once. */
const endings: readonly string[] = ['withdraw', 'transfer_out', 'reject', 'close_special'];

const played: CaseMoved[] = [];
const opened: readonly Kind[] = kinds.filter((kind) => kind !== 'whistle');

async function open(kind: Kind, place: number): Promise<CaseMoved> {
  const order =
    kind === 'hotline_order'
      ? {
          channel: 'hotline',
          externalNumber: `史${place}`,
          dueAt: place % 2 ? '2026-11-28T02:00:00.000Z' : '2026-11-21T03:00:00.000Z',
        }
      : { channel: 'visit' };
  const body = {
    kind,
    text: '楼上楼下为漏水争执',
    areaId: stage.entranceId,
    matterCode: communityMatter,
    ...order,
  };
  return await (await stage.as('李书记')).call(cases.openCase, { body: body as never });
}

/** One try; who may not, or whose turn it is not, is refused and nothing has happened. */
async function attempt(on: CaseMoved, choice: number): Promise<CaseMoved> {
  const names = Object.keys(deeds).filter((name) => !endings.includes(name) || choice % 11 === 0);
  const row = await rowOf(on.caseId);
  const possible = names.filter(
    (name) => name === 'contact' || allowedMoves(stateOf(row)).includes(name as Move),
  );
  const any = choice % wild === 0;
  const pool = any || possible.length === 0 ? names : possible;
  const deed = deeds[pool[choice % pool.length] as keyof typeof deeds];
  if (!deed) return on;
  const [endpoint, who, body] = deed;
  const name = any ? people[choice % people.length] : who[(choice >> 3) % who.length];
  const caller = await stage.as(name ?? '李书记');
  const answer = await caller.send({
    method: 'POST',
    url: endpoint.path.replace(':caseId', on.caseId),
    headers: { 'idempotency-key': `history-${on.caseId}-${choice}-${row.version}` },
    payload: { ...body(stage), version: on.version },
  } as never);
  if (answer.statusCode === 200) return answer.json() as CaseMoved;
  expect([403, 404, 409], answer.payload).toContain(answer.statusCode);
  expect((await rowOf(on.caseId)).version).toBe(row.version);
  return on;
}

const rowOf = (caseId: string) =>
  stage.street.kernel.db
    .selectFrom('cases')
    .selectAll()
    .where('street_id', '=', streetId)
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
type Row = Awaited<ReturnType<typeof rowOf>>;

const stateOf = (row: Row) => ({
  kind: row.kind,
  status: row.status,
  round: row.round,
  tier: row.tier,
  signed: row.signed,
  returns: row.returns,
  designatedFinal: row.designated_final,
});

async function system(): Promise<Context> {
  const home = await stage.street.kernel.streets.byId(streetId);
  if (!home) throw new Error('no street');
  return stage.street.kernel.systemContext(home, stage.street.kernel.db);
}

const led: readonly Status[] = ['dispatched', 'accepted', 'in_progress', 'suspended', 'under_review'];

async function check(on: CaseMoved): Promise<void> {
  const row = await rowOf(on.caseId);
  const context = await system();
  const steps = await stepsOf(context, on.caseId);
  expect(steps.map(({ seq }) => seq)).toEqual(steps.map((_, place) => place + 1));
  const told = steps
    .filter(({ name }) => (moves as readonly string[]).includes(name))
    .map(
      ({ name, data }): Step => ({
        move: name as Move,
        details: data.final === true || data.final === false ? { final: data.final } : {},
      }),
    );
  expect(fold(row.kind, told)).toEqual(stateOf(row));

  const signatures = await signaturesOf(context, on.caseId);
  for (const round of new Set(signatures.map((one) => one.round))) {
    const signed = signatures.filter((one) => one.round === round);
    expect(new Set(signed.map((one) => one.account_id)).size).toBe(signed.length);
    expect(signed.map((one) => one.level).toSorted()).toEqual(signed.map((_, place) => place + 1));
  }
  const units = await assignmentsOf(context, on.caseId);
  const leads = units.filter(({ role, status }) => role === 'lead' && status !== 'ended');
  if (led.includes(row.status)) expect(leads).toHaveLength(1);
  if (row.closure_type === 'overdue') expect((row.finished_at ?? '') > (row.due_at ?? '')).toBe(true);
  if (row.closure_type === 'normal' && row.due_at) expect((row.finished_at ?? '') <= row.due_at).toBe(true);
  if (row.closure_type === 'special') expect(row.solved).toBeNull();
  if (!terminals.includes(row.status)) expect(allowedMoves(stateOf(row))).not.toEqual([]);
}

const history = fc.tuple(
  fc.constantFrom(...opened),
  fc.array(fc.nat(100_000), { minLength: 6, maxLength: deedsMax }),
);

describe('random histories of random deeds', () => {
  beforeAll(async () => {
    for (const [place, [kind, choices]] of fc
      .sample(history, { numRuns: histories, seed: 20261121 })
      .entries()) {
      let on = await open(kind, place);
      for (const choice of choices) on = await attempt(on, choice);
      played.push(on);
    }
  }, 600_000);

  it('keep every promise of the machine', async () => {
    for (const on of played) await check(on);
  }, 120_000);

  it('let no timer approve or answer anything, however long nobody comes', async () => {
    const before = new Map<string, Row>();
    for (const { caseId } of played) before.set(caseId, await rowOf(caseId));
    stage.street.clock.set(new Date('2027-01-20T02:00:00.000Z'));
    for (let turn = 0; turn < 3; turn++) await sweepTimers(await system());
    const mayMove: Partial<Record<Status, readonly Status[]>> = { suspended: ['in_progress'] };
    for (const { caseId } of played) {
      const [was, is] = [before.get(caseId) as Row, await rowOf(caseId)];
      if (was.status !== is.status && was.kind !== 'property_request')
        expect(mayMove[was.status] ?? []).toContain(is.status);
      expect([is.signed, is.result, is.answer, is.solved, is.closure_type]).toEqual([
        was.signed,
        was.result,
        was.answer,
        was.solved,
        was.closure_type,
      ]);
    }
    for (const on of played.slice(0, 40)) await check(on);
  }, 300_000);
});
