import * as endpoints from '#contract/exports/endpoints.ts';
import { exportProblems } from '#contract/exports/words.ts';
import { type Module, route, streamRoute } from '#kernel/module.ts';
import type { ExportDefinition } from './definition.ts';
import { readExport } from './file.ts';
import { exportRegistersOf } from './registers.ts';
import { decideExport, openDownload, readExportsToDecide, readOwnExports, requestExport } from './service.ts';

/** The one export, over the registers of all modules: masked at once, unmasked with a second person's consent. */
export function exportsModule(definitions: readonly ExportDefinition[]): Module {
  const registers = exportRegistersOf(definitions);
  return {
    name: 'exports',
    problems: exportProblems,
    routes: [
      route(endpoints.listExportRegisters, async (context) => ({
        items: registers.mine(context).map(({ name, title }) => ({ register: name, title })),
      })),
      route(endpoints.requestExport, (context, input) => requestExport(context, registers, input)),
      route(endpoints.listExports, (context, input) => readOwnExports(context, registers, input)),
      route(endpoints.listExportsToDecide, (context, input) =>
        readExportsToDecide(context, registers, input),
      ),
      route(endpoints.decideExport, (context, input) => decideExport(context, registers, input)),
      route(endpoints.openDownload, (context, input) => openDownload(context, registers, input)),
      streamRoute(endpoints.readExport, (context, input) => readExport(context, registers, input)),
    ],
  };
}
