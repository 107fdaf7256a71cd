import { z } from 'zod';
import { id, instant, line, page, paging, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { exportRecord, exportStatuses } from './records.ts';

const exportParams = z.object({ exportId: id });

export const listExportRegisters = endpoint({
  name: 'exports.list_registers',
  method: 'GET',
  path: '/api/exports/registers',
  summary: 'Registers that the viewer may export.',
  access: 'data.export',
  output: z.object({ items: z.array(z.object({ register: z.string(), title: z.string() })) }),
});

export const requestExport = endpoint({
  name: 'exports.request',
  method: 'POST',
  path: '/api/exports',
  summary: 'Asks for the filtered rows as a workbook: masked at once, unmasked after approval.',
  access: 'data.export',
  body: z.object({
    register: line(60),
    filter: z.record(z.string().max(60), z.unknown()).default({}),
    filterText: z.string().trim().max(300).default(''),
    reason: z.string().trim().min(4).max(200),
    masked: z.boolean(),
  }),
  output: exportRecord,
});

export const listExports = endpoint({
  name: 'exports.list',
  method: 'GET',
  path: '/api/exports',
  summary: 'Own exports, newest first.',
  access: 'data.export',
  query: z.object({ ...paging, status: z.enum(exportStatuses).optional() }),
  output: page(exportRecord),
});

export const listExportsToDecide = endpoint({
  name: 'exports.list_to_decide',
  method: 'GET',
  path: '/api/exports/to-decide',
  summary: 'Unmasked exports from the areas of the viewer: waiting ones, or those decided.',
  access: 'export.approve',
  query: z.object({ ...paging, decided: z.enum(['no', 'yes']).default('no') }),
  output: page(exportRecord),
});

export const decideExport = endpoint({
  name: 'exports.decide',
  method: 'POST',
  path: '/api/exports/:exportId/decision',
  summary: 'Consents to an unmasked export or refuses it; never one’s own.',
  access: 'export.approve',
  params: exportParams,
  body: z.object({ approve: z.boolean(), reason: z.string().trim().min(2).max(200), version }),
  output: exportRecord,
});

export const openDownload = endpoint({
  name: 'exports.open_download',
  method: 'POST',
  path: '/api/exports/:exportId/download',
  summary: 'Opens the download for ten minutes; an unmasked export once only.',
  access: 'data.export',
  // The answer is a secret; as a remembered answer it would be kept.
  idempotent: false,
  params: exportParams,
  output: z.object({ ticket: z.string(), until: instant }),
});

export const readExport = endpoint({
  name: 'exports.read_file',
  method: 'GET',
  path: '/api/exports/:exportId/file',
  summary: 'The workbook, to whoever opened the download.',
  access: 'data.export',
  kind: 'stream',
  params: exportParams,
  query: z.object({ ticket: line(100) }),
  output: z.unknown(),
});
