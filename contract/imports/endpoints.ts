import { z } from 'zod';
import { id, line, page, paging, version } from '#contract/common.ts';
import { endpoint } from '#contract/define.ts';
import { importModes, importRecord, importStatuses, mapping, preview, register } from './records.ts';

const registerParams = z.object({ register: line(60) });
const importParams = z.object({ importId: id });

export const listRegisters = endpoint({
  name: 'imports.list_registers',
  method: 'GET',
  path: '/api/imports/registers',
  summary: 'Registers that the viewer may import into, with their columns.',
  access: 'data.import',
  output: z.object({ items: z.array(register) }),
});

export const readTemplate = endpoint({
  name: 'imports.read_template',
  method: 'GET',
  path: '/api/imports/registers/:register/template',
  summary: 'An empty workbook with the headers of a register and a row of explanations.',
  access: 'data.import',
  kind: 'stream',
  params: registerParams,
  output: z.unknown(),
});

export const uploadImport = endpoint({
  name: 'imports.upload',
  method: 'POST',
  path: '/api/imports/registers/:register/files',
  summary: 'Takes a sheet for a register, finds its header and proposes a mapping.',
  access: 'data.import',
  kind: 'upload',
  params: registerParams,
  output: importRecord,
});

export const listImports = endpoint({
  name: 'imports.list',
  method: 'GET',
  path: '/api/imports',
  summary: 'Imports of the viewer and of the posts below, newest first.',
  access: 'data.import',
  query: z.object({
    ...paging,
    register: line(60).optional(),
    status: z.enum(importStatuses).optional(),
  }),
  output: page(importRecord),
});

export const getImport = endpoint({
  name: 'imports.get',
  method: 'GET',
  path: '/api/imports/:importId',
  summary: 'One import and how far it is.',
  access: 'data.import',
  params: importParams,
  output: importRecord,
});

export const readColumns = endpoint({
  name: 'imports.read_columns',
  method: 'GET',
  path: '/api/imports/:importId/columns',
  summary: 'The columns of the sheet with their first values, to map them; for the uploader only.',
  access: 'data.import',
  params: importParams,
  output: z.object({
    items: z.array(z.object({ column: z.number().int(), header: z.string(), samples: z.array(z.string()) })),
  }),
});

export const setMapping = endpoint({
  name: 'imports.set_mapping',
  method: 'POST',
  path: '/api/imports/:importId/mapping',
  summary: 'Says which sheet, header row and columns to take; without a mapping it is proposed anew.',
  access: 'data.import',
  params: importParams,
  body: z.object({
    sheet: z.number().int().min(0).max(200),
    headerRow: z.number().int().min(1).max(1_048_576).optional(),
    mapping: mapping.optional(),
    mode: z.enum(importModes),
    version,
  }),
  output: importRecord,
});

export const previewImport = endpoint({
  name: 'imports.preview',
  method: 'POST',
  path: '/api/imports/:importId/preview',
  summary: 'Checks every row, tries the first ones and takes them back, and shows twenty.',
  access: 'data.import',
  // The answer shows what people typed; it must not be kept as a remembered answer, and a repeat is harmless.
  idempotent: false,
  params: importParams,
  body: z.object({ version }),
  output: preview,
});

export const runImport = endpoint({
  name: 'imports.run',
  method: 'POST',
  path: '/api/imports/:importId/run',
  summary: 'Starts the import, or goes on at the next row; it runs in the background.',
  access: 'data.import',
  params: importParams,
  body: z.object({ version }),
  output: importRecord,
});

export const stopImport = endpoint({
  name: 'imports.stop',
  method: 'POST',
  path: '/api/imports/:importId/stop',
  summary: 'Stops after the rows being written; the rows done stay.',
  access: 'data.import',
  params: importParams,
  output: importRecord,
});

export const readResult = endpoint({
  name: 'imports.read_result',
  method: 'GET',
  path: '/api/imports/:importId/result',
  summary: 'The rows that were not taken as a workbook, with red cells and reasons; for the uploader only.',
  access: 'data.import',
  kind: 'stream',
  params: importParams,
  output: z.unknown(),
});
