import { openDownload, requestExport } from '#contract/exports/endpoints.ts';
import type { ImportRecord } from '#contract/imports/records.ts';
import { runImports } from '#kernel/imports/runner.ts';
import { multipart } from '../send.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

const register = 'organisations';
const sheet = {
  name: 'shops.csv',
  content: '名称,类型,所在区域\n小店甲,商户,北廊社区\n小店乙,不知道,北廊社区\n',
};

async function newImport(world: World): Promise<ImportRecord> {
  const { headers, payload } = multipart(sheet, {});
  const answer = await (await world.as('李书记')).send({
    method: 'POST',
    url: `/api/imports/registers/${register}/files`,
    headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    payload,
  });
  if (answer.statusCode >= 400) throw new Error(answer.payload);
  return answer.json();
}

const importParams = async (world: World) => ({ params: { importId: (await newImport(world)).importId } });

async function call(world: World, importId: string, step: string, version: number): Promise<ImportRecord> {
  const answer = await (await world.as('李书记')).send({
    method: 'POST',
    url: `/api/imports/${importId}/${step}`,
    headers: { 'idempotency-key': crypto.randomUUID() },
    payload: { version },
  });
  if (answer.statusCode >= 400) throw new Error(answer.payload);
  const given = answer.json();
  return given.import ?? given;
}

async function previewed(world: World): Promise<ImportRecord> {
  const { importId, version } = await newImport(world);
  return await call(world, importId, 'preview', version);
}

async function running(world: World): Promise<ImportRecord> {
  const { importId, version } = await previewed(world);
  return await call(world, importId, 'run', version);
}

async function newExport(world: World, by: string, masked: boolean) {
  return (await world.as(by)).call(requestExport, { body: { register, reason: '季度走访准备', masked } });
}

export const sheetExamples: Record<string, Example> = {
  'imports.list_registers': self(),
  'imports.read_template': self(() => ({ params: { register } })),
  'imports.upload': self(() => ({ params: { register }, file: sheet })),
  'imports.list': list(async (world) => (await newImport(world)).importId),
  'imports.get': record(importParams),
  'imports.read_columns': record(importParams),
  'imports.set_mapping': record(async (world) => {
    const { importId, version } = await newImport(world);
    return { params: { importId }, body: { sheet: 0, mode: 'add_and_update', version } };
  }),
  'imports.preview': record(async (world) => {
    const { importId, version } = await newImport(world);
    return { params: { importId }, body: { version } };
  }),
  'imports.run': record(async (world) => {
    const { importId, version } = await previewed(world);
    return { params: { importId }, body: { version } };
  }),
  'imports.stop': record(async (world) => ({ params: { importId: (await running(world)).importId } })),
  'imports.read_result': record(async (world) => {
    const { importId } = await running(world);
    await runImports(world.street.kernel);
    return { params: { importId } };
  }),
  'exports.list_registers': self(),
  'exports.request': self(() => ({ body: { register, reason: '季度走访准备', masked: true } })),
  'exports.list': list(async (world) => (await newExport(world, '李书记', true)).exportId),
  'exports.list_to_decide': list(async (world) => (await newExport(world, '郑社工', false)).exportId),
  'exports.decide': record(async (world) => {
    const { exportId, version } = await newExport(world, '郑社工', false);
    return { params: { exportId }, body: { approve: true, reason: '工作需要', version } };
  }),
  'exports.open_download': record(async (world) => ({
    params: { exportId: (await newExport(world, '李书记', true)).exportId },
  })),
  'exports.read_file': record(async (world) => {
    const { exportId } = await newExport(world, '李书记', true);
    const { ticket } = await (await world.as('李书记')).call(openDownload, { params: { exportId } });
    return { params: { exportId }, query: { ticket } };
  }),
};
