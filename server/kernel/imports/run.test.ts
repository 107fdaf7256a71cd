import { beforeEach, describe, expect, test } from 'vitest';
import { getImport, readResult, runImport, setMapping, stopImport } from '#contract/imports/endpoints.ts';
import { power } from './kit/benches.ts';
import { at, csv, type Desk, of, runThrough, testDesk } from './kit/desk.ts';
import { leaseMs, runImports } from './runner.ts';

const desk: Desk = await testDesk();
const secretary = await desk.as('李书记');
beforeEach(async () => {
  power.failAt = null;
  await desk.street.owner.query('delete from benches; delete from imports; delete from import_mappings');
});

describe('the run', () => {
  test('takes the good rows, keeps long numbers whole and hands back the others with reasons', async () => {
    const record = await secretary.upload(`${csv(450)}0101,=1+1,,\n0102,外区,,13900002222\n`);
    const after = await runThrough(desk, secretary, record);
    expect(after).toMatchObject({
      status: 'finished',
      rowsDone: 452,
      counts: { created: 450, failed: 2, duplicate: 0 },
    });
    expect((await desk.benches())[0]?.code).toBe('0126111908493000001');

    const sheet = await secretary.sheet(readResult, at(after));
    const rows = [4, 5].map((row) => (sheet.getRow(row).values as unknown[]).slice(1));
    expect(rows).toEqual([
      [452, '这一格以“=”开头，会被当作公式。请改为普通文字', '0101', '=1+1'],
      [453, '不在您负责的范围内', '0102', '外区', undefined, '13900002222'],
    ]);
    expect(sheet.getCell('D4').fill).toMatchObject({ fgColor: { argb: 'FFFCD9D7' } });
    expect(sheet.getCell('D4').formula).toBeUndefined();
    expect(sheet.getCell('C4').fill).not.toMatchObject({ fgColor: { argb: 'FFFCD9D7' } });
  });

  test('the result file, mended, can be imported again', async () => {
    const after = await runThrough(desk, secretary, await secretary.upload('编号,位置\n0101,=1\n'));
    const sheet = await secretary.sheet(readResult, at(after));
    sheet.getCell('D4').value = '3号楼';
    const again = await secretary.upload(Buffer.from(await sheet.workbook.xlsx.writeBuffer()), '改好.xlsx');
    expect(await runThrough(desk, secretary, again)).toMatchObject({
      status: 'finished',
      counts: { created: 1, failed: 0 },
    });
  });

  test('the same file again changes nothing and says so beforehand', async () => {
    const first = await runThrough(desk, secretary, await secretary.upload(csv(250)));
    const again = await secretary.upload(csv(250));
    expect(again.sameFileAs).toMatchObject({ importId: first.importId });
    expect((await runThrough(desk, secretary, again)).counts).toEqual({
      created: 0,
      updated: 0,
      unchanged: 250,
      duplicate: 0,
      failed: 0,
    });
    expect((await desk.benches()).every(({ saves }) => saves === 1)).toBe(true);
  });

  test('what changed is brought up to date, or left alone where that was chosen', async () => {
    await runThrough(desk, secretary, await secretary.upload('编号,位置\n0101,3号楼\n'));
    const added = await secretary.upload('编号,位置\n0101,4号楼\n0102,5号楼\n');
    const body = { sheet: 0, mapping: added.mapping, mode: 'add_only' as const, version: added.version };
    const alone = await runThrough(desk, secretary, await secretary.call(setMapping, { ...of(added), body }));
    expect(alone.counts).toMatchObject({ created: 1, unchanged: 1 });
    const after = await runThrough(
      desk,
      secretary,
      await secretary.upload('编号,位置\n0101,4号楼\n0102,5号楼\n'),
    );
    expect(after.counts).toMatchObject({ updated: 1, unchanged: 1 });
  });

  test('cut off in the middle it goes on at the next batch, and no row is written twice', async () => {
    const record = await secretary.upload(csv(1_000));
    power.failAt = '0126111908493000500';
    expect(await runThrough(desk, secretary, record)).toMatchObject({
      status: 'failed',
      rowsDone: 400,
      fault: 'import.fault',
    });
    expect(await desk.benches()).toHaveLength(400);

    power.failAt = null;
    const held = await secretary.call(getImport, at(record));
    expect(held.can.map).toBe('import.started');
    expect(await runThrough(desk, secretary, held)).toMatchObject({
      status: 'finished',
      rowsDone: 1_000,
      counts: { created: 1_000 },
    });
    expect((await desk.benches()).every(({ saves }) => saves === 1)).toBe(true);
  });

  test('a process that died lets go after its lease; before that nobody touches its import', async () => {
    const record = await secretary.upload(csv(10));
    await secretary.call(runImport, of(record));
    const until = new Date(desk.street.clock.now().getTime() + leaseMs).toISOString();
    await desk.street.owner.query('update imports set lease_token = gen_random_uuid(), lease_until = $1', [
      until,
    ]);
    expect(await runImports(desk.kernel)).toBe(0);
    desk.street.clock.advance(leaseMs + 1_000);
    expect(await runImports(desk.kernel)).toBe(1);
    expect(await secretary.call(getImport, at(record))).toMatchObject({
      status: 'finished',
      counts: { created: 10 },
    });
  });

  test('two runners at once write each row once', async () => {
    await secretary.call(runImport, of(await secretary.upload(csv(600))));
    const taken = await Promise.all([runImports(desk.kernel), runImports(desk.kernel)]);
    expect(taken.toSorted()).toEqual([0, 1]);
    expect(await desk.benches()).toHaveLength(600);
  });

  test('a repeat of a row written before the cut is still known as a repeat', async () => {
    const record = await secretary.upload(`${csv(500)}${csv(1).split('\n')[1]}\n`);
    power.failAt = '0126111908493000450';
    await runThrough(desk, secretary, record);
    power.failAt = null;
    expect(await runThrough(desk, secretary, await secretary.call(getImport, at(record)))).toMatchObject({
      counts: { created: 500, duplicate: 1, unchanged: 0 },
    });
  });

  test('stopped by hand it stands, and can be gone on with', async () => {
    const record = await secretary.upload(csv(10));
    await secretary.call(runImport, of(record));
    const stopped = await secretary.call(stopImport, at(record));
    expect(stopped.status).toBe('stopped');
    expect(await runImports(desk.kernel)).toBe(0);
    expect(await runThrough(desk, secretary, stopped)).toMatchObject({ status: 'finished' });
  });

  test('finished, the file is gone, and refused rows lie encrypted', async () => {
    const record = await secretary.upload(`${csv(3)}0101,=1,王秀兰,13800001111\n`);
    await runThrough(desk, secretary, record);
    const { rows } = await desk.street.owner.query('select file_key from imports');
    expect(rows).toEqual([{ file_key: null }]);
    const errors = await desk.street.owner.query('select * from import_errors');
    expect(errors.rowCount).toBe(1);
    expect(JSON.stringify(errors.rows)).not.toMatch(/13800001111|王秀兰/);
  });

  test('its beginning and end stand in the trail, with the name of the person', async () => {
    const { importId } = await runThrough(desk, secretary, await secretary.upload(csv(2)));
    const { rows } = await desk.street.owner.query(
      'select name, actor_name, data from events where subject_id = $1 order by name',
      [importId],
    );
    expect(rows).toMatchObject([
      {
        name: 'import.finished',
        actor_name: '李书记',
        data: { register: 'benches', counts: { created: 2 } },
      },
      { name: 'import.started', actor_name: '李书记' },
    ]);
  });
});
