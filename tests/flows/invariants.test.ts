// The invariants of domain.md 7.6, each with the test that keeps it. Who renames or removes one of those tests
// is told here which promise would stand alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import {
  applyExclusion,
  arbitrate,
  decideExclusion,
  readDeskFigures,
} from '#contract/cases/joint/endpoints.ts';
import { readLedger } from '#contract/cases/ledgers/endpoints.ts';
import type { CaseMoved } from '#contract/cases/records.ts';
import { openDownload, requestExport } from '#contract/exports/endpoints.ts';
import { keptCalendar } from '#kernel/calendar/kept.ts';
import { replayTimers } from '#modules/cases/clocks/replay.ts';
import { clockSteps, slaOfRow } from '#modules/cases/service/turn.ts';
import { getCaseRow } from '#modules/cases/store/cases.ts';
import { stepsOf } from '#modules/cases/store/parts.ts';
import { clocksOf } from '#modules/cases/store/timers.ts';
import { caseAt, deed, openCase } from '../kit/cases.ts';
import { streetId } from '../kit/people.ts';
import { sendPhoto } from '../kit/photos.ts';
import { flowStage } from '../kit/stage.ts';
import { testNow } from '../kit/street.ts';

const root = join(import.meta.dirname, '..', '..');

type Kept = readonly [number: number, promise: string, file: string, test: string];

// biome-ignore format: a table is read by its columns.
const kept: readonly Kept[] = [
  [1, 'state is the fold of events', 'tests/flows/cases.test.ts', 'goes through four signatures to the callback, and its state is the fold of its steps'],
  [2, 'no event is edited or deleted', 'server/kernel/events/events.test.ts', 'cannot be rewritten by the application'],
  [4, 'late is what was finished late', 'tests/flows/cases.test.ts', 'late by its review alone is not late'],
  [5, 'a return counts against the dispatch', 'tests/flows/duty.test.ts', 'put behind whoever has returned the case'],
  [6, 'no level before the ones below', 'tests/flows/signatures.test.ts', 'no level is skipped, nobody signs an own result or twice'],
  [7, 'nobody signs twice, no handler confirms', 'tests/flows/callback.test.ts', 'is not made by who signed, nor on a case that is not finished'],
  [8, 'a delegate signs as such', 'tests/flows/signatures.test.ts', 'signs as such, with the name of the holder kept, and never twice in one round'],
  [9, 'no timer approves', 'tests/flows/cases.test.ts', 'warns once, wakes what hangs, and approves nothing'],
  [11, 'a merged case keeps its requesters', 'tests/flows/suggest.test.ts', 'is seen behind five cases of one matter in one stairwell, and joins them with every requester'],
  [13, 'closed apart is never solved', 'tests/flows/ledgers.test.ts', 'lists apart what was closed apart, and that is never solved'],
  [14, 'who stays hidden is hidden', 'tests/flows/callback.test.ts', 'a hidden requester stays hidden from the caller'],
  [15, 'an export needs its right', 'tests/flows/ledgers.test.ts', 'a grid worker may not export'],
  [16, 'an import comes once', 'tests/flows/hotline.test.ts', 'changes nothing the second time'],
  [18, 'an illegal move tells what is allowed', 'tests/flows/cases.test.ts', 'an illegal move tells the state and what is allowed'],
  [19, 'an open whistle holds the result', 'tests/flows/whistle.test.ts', 'holds back the result of its case, unless somebody says why it need not'],
];

const stage = await flowStage();

async function system() {
  const home = await stage.street.kernel.streets.byId(streetId);
  if (!home) throw new Error('no street');
  return stage.street.kernel.systemContext(home, stage.street.kernel.db);
}

const counted = async (query: Record<string, unknown>) =>
  (await (await stage.as('高主任')).call(cases.countListed, { query: query as never })).total;

describe('the invariants', () => {
  it.each(kept)('no. %i, %s, is kept by a test', (_, __, file, test) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(`'${test}'`);
  });

  it('no. 10: clocks are what the steps, the limits and the calendar say, whoever counts them again', async () => {
    const on = await caseAt(stage, 'under_review');
    const context = await system();
    const row = await getCaseRow(context, on.caseId);
    const replayed = replayTimers(row.kind, await clockSteps(context, row.id), {
      sla: await slaOfRow(context, row),
      calendar: await keptCalendar(context),
    });
    const order = (one: { timer: string; part: number }) => `${one.timer}/${one.part}`;
    const sorted = <T extends { timer: string; part: number }>(clocks: readonly T[]) =>
      clocks.toSorted((a, b) => order(a).localeCompare(order(b)));
    const stored = await clocksOf(context, row.id);
    expect(stored.length).toBeGreaterThan(2);
    expect(sorted(replayed.clocks)).toEqual(sorted(stored));
  });

  it('no. 12: what is excluded stays, is counted, and is handled on', async () => {
    const on = await caseAt(stage, 'in_progress');
    const before = await counted({});
    const worker = await stage.as('郑社工');
    const fileId = await sendPhoto(worker);
    const asked = await deed(stage, '郑社工', applyExclusion, on, {
      exclusionReason: 'not_our_area',
      note: '门牌在邻街',
      fileIds: [fileId],
    });
    const granted = await deed(stage, '高主任', decideExclusion, asked, { grant: true });
    expect(await counted({})).toBe(before);
    const handed = await deed(stage, '郑社工', cases.submitResult, granted, {
      result: '已上门说明并转告邻街',
    });
    expect(handed.status).toBe('under_review');
  });

  it('no. 3: exactly one unit leads from the dispatch to the review, whatever happens in between', async () => {
    const lead = { kind: 'area', unitId: stage.communityId };
    const leads = async (on: CaseMoved) => {
      const { assignments } = await stage.read('高主任', on.caseId);
      return assignments.filter(({ role, status }) => role === 'lead' && status !== 'ended').length;
    };
    let on = await caseAt(stage, 'dispatched');
    expect(await leads(on)).toBe(1);
    on = await deed(stage, '郑社工', cases.returnToDispatcher, on, { reason: '不归我们' });
    expect(await leads(on)).toBe(0);
    on = await deed(stage, '许分管', arbitrate, on, { lead, reason: '由社区主办' });
    for (const walk of [
      () => deed(stage, '郑社工', cases.acceptCase, on),
      () => deed(stage, '郑社工', cases.contactRequester, on, { way: 'phone', outcome: 'reached' }),
      () => deed(stage, '郑社工', cases.startCase, on),
      () => deed(stage, '郑社工', cases.submitResult, on, { result: '已上门调解，双方同意' }),
      () => deed(stage, '李书记', cases.reviewReturn, on, { reason: '写清楚' }),
    ]) {
      expect(await leads(on), on.status).toBe(1);
      on = await walk();
    }
    expect(await leads(on)).toBe(1);
  });

  it('no. 3: who settles alone what was opened again, or answers at once, leads it alone', async () => {
    const inquiry = { requestType: 'inquiry', requester: { name: '钱女士', phone: '13700137000' } };
    let on = await openCase(stage, 'resident_report', { ...inquiry, matterCode: '0304' });
    const leads = async () =>
      (await stage.read('高主任', on.caseId)).assignments
        .filter(({ role, status }) => role === 'lead' && status !== 'ended')
        .map(({ unit }) => unit.name);
    on = await deed(stage, '李书记', cases.answerDirectly, on, { answer: '周一到周六都可以来' });
    on = await deed(stage, '柏回访', cases.beginConfirmation, on);
    const unsolved = { solved: 'no', satisfaction: 'dissatisfied', reason: '去了没有人' };
    on = await deed(stage, '柏回访', cases.confirmFail, on, unsolved);
    expect(await leads()).toHaveLength(1);
    on = await deed(stage, '郑社工', cases.submitResult, on, { result: '已约好周三，专人接待' });
    for (const name of ['李书记', '许分管']) on = await deed(stage, name, cases.reviewApprove, on);
    on = await deed(stage, '柏回访', cases.beginConfirmation, on);
    on = await deed(stage, '柏回访', cases.confirmPass, on, { solved: 'yes', satisfaction: 'satisfied' });
    on = await deed(stage, '高主任', cases.reopenCase, on, { reason: '又没有人' });
    on = await deed(stage, '周网格', cases.selfHandle, on);
    expect(await leads()).toEqual(['周网格']);
  });

  it('no. 5: a returned order stays in the figures of the dispatch, and is no work of the unit', async () => {
    const on = await caseAt(stage, 'dispatched');
    const worker = await stage.as('郑社工');
    const mine = async () =>
      (await worker.call(cases.listCases, { query: { mine: true, limit: 200 } })).items.map(
        ({ caseId }) => caseId,
      );
    expect(await mine()).toContain(on.caseId);
    await deed(stage, '郑社工', cases.returnToDispatcher, on, { reason: '不归我们' });
    expect(await mine()).not.toContain(on.caseId);
    expect(await counted({ returned: true })).toBeGreaterThan(0);
    const desk = await (await stage.as('沈派单')).call(readDeskFigures);
    expect(desk.toArbitrate).toBeGreaterThan(0);
    const ledger = await (await stage.as('高主任')).call(readLedger, {
      params: { ledger: 'handling' },
      query: { limit: 200 },
    });
    expect(ledger.items.filter(({ caseId }) => caseId === on.caseId)).toEqual([]);
  });

  it('no. 14: who reports somebody is nameless to the unit, on the page, in lists, and asked for by name', async () => {
    const requester = { name: '钱无双', phone: '13700137001', hidden: true };
    let on = await openCase(stage, 'grid_case', { requester, requestType: 'report' });
    on = await deed(stage, '李书记', cases.registerCase, on, {
      matterCode: '0901',
      areaId: stage.entranceId,
      urgency: 'ordinary',
    });
    await deed(stage, '李书记', cases.dispatchCase, on, { lead: { kind: 'area', unitId: stage.gridId } });
    for (const name of ['何经办', '许分管', '柏回访'])
      expect(JSON.stringify(await stage.read(name, on.caseId)), name).not.toMatch(/钱无双|7001/);
    const asked = { params: { caseId: on.caseId }, body: { purpose: '想知道是谁' } };
    expect(await (await stage.as('何经办')).refusal(cases.revealRequester, asked)).toMatchObject({
      status: 403,
    });
    expect((await (await stage.as('柏回访')).call(cases.revealRequester, asked)).requesters).toEqual([]);
    const list = await (await stage.as('何经办')).call(cases.listCases, { query: { limit: 200 } });
    expect(JSON.stringify(list)).not.toMatch(/钱无双|7001/);
    const outsider = await stage.as('安物业');
    expect(await outsider.refusal(cases.getCase, { params: { caseId: on.caseId } })).toMatchObject({
      status: 403,
    });
  });

  it('no. 15: names and phones leave with a right, a reason and a line in the trail, and masked without consent', async () => {
    await openCase(stage, 'grid_case', { requester: { name: '钱女士', phone: '13700137000' } });
    const ask = (more: object) => ({
      body: { register: 'cases', filter: {}, filterText: '', reason: '季度核对', masked: true, ...more },
    });
    const worker = await stage.as('周网格');
    expect(await worker.refusal(requestExport, ask({}))).toMatchObject({
      status: 403,
      code: 'permission.missing',
    });
    const clerk = await stage.as('郑社工');
    expect(await clerk.refusal(requestExport, ask({ reason: '' }))).toMatchObject({ status: 400 });
    const bare = await clerk.call(requestExport, ask({ masked: false }));
    expect(bare.status).toBe('waiting');
    expect(await clerk.refusal(openDownload, { params: { exportId: bare.exportId } })).toMatchObject({
      status: 409,
    });
    const trail = await (await system()).db
      .selectFrom('events')
      .select(['name', 'actor_name'])
      .where('street_id', '=', streetId)
      .where('subject_id', '=', bare.exportId)
      .execute();
    expect(trail).toContainEqual({ name: 'export.made', actor_name: '郑社工' });
  });

  it("no. 17: the time is the server's, and what the phone thought stands beside it", async () => {
    const on = await caseAt(stage, 'dispatched');
    const deviceAt = '2026-11-19T23:00:00.000Z';
    const answer = await (await stage.as('郑社工')).send({
      method: 'POST',
      url: cases.acceptCase.path.replace(':caseId', on.caseId),
      headers: { 'idempotency-key': `skewed-${on.caseId}`, 'x-jia-device-at': deviceAt },
      payload: { version: on.version },
    } as never);
    expect(answer.statusCode).toBe(200);
    const last = (await stepsOf(await system(), on.caseId)).at(-1);
    expect(last).toMatchObject({ name: 'accept', at: new Date(testNow).toISOString(), device_at: deviceAt });
  });

  it('no. 20: withdrawn and transferred cases keep their place in the figures', async () => {
    const [withdrawn, transferred] = [await openCase(stage, 'dispute'), await openCase(stage, 'grid_case')];
    const before = await counted({});
    await deed(stage, '李书记', cases.withdrawCase, withdrawn, { reason: '两家已经说好' });
    const out = { authority: '区住建委', receipt: '住建接〔7〕' };
    await deed(stage, '沈派单', cases.transferOut, transferred, out);
    expect(await counted({})).toBe(before);
    expect(await counted({ status: 'withdrawn' })).toBe(1);
    expect(await counted({ status: 'transferred' })).toBe(1);
  });
});
