import * as endpoints from '#contract/imports/endpoints.ts';
import { importProblems } from '#contract/imports/words.ts';
import { type Module, route, streamRoute, uploadRoute } from '#kernel/module.ts';
import type { ImportDefinition } from './definition.ts';
import { mapImport } from './mapping.ts';
import { readColumns, readImport, readImports } from './read.ts';
import { registersOf } from './registers.ts';
import { readResult, readTemplate } from './result.ts';
import { removeOldImports } from './schedule.ts';
import { preview, startImport, stopImport, uploadImport } from './service.ts';

/** The one import wizard, over the registers of all modules. Its batches are run by `startImportRunner`. */
export function importsModule(definitions: readonly ImportDefinition[]): Module {
  const registers = registersOf(definitions);
  return {
    name: 'imports',
    problems: importProblems,
    schedules: [removeOldImports],
    routes: [
      route(endpoints.listRegisters, async (context) => ({
        items: registers.mine(context).map(viewRegister),
      })),
      streamRoute(endpoints.readTemplate, (context, input) => readTemplate(context, registers, input)),
      uploadRoute(endpoints.uploadImport, (context, input) => uploadImport(context, registers, input)),
      route(endpoints.listImports, (context, input) => readImports(context, registers, input)),
      route(endpoints.getImport, (context, input) => readImport(context, registers, input)),
      route(endpoints.readColumns, (context, input) => readColumns(context, registers, input)),
      route(endpoints.setMapping, (context, input) => mapImport(context, registers, input)),
      route(endpoints.previewImport, (context, input) => preview(context, registers, input)),
      route(endpoints.runImport, (context, input) => startImport(context, registers, input)),
      route(endpoints.stopImport, (context, input) => stopImport(context, registers, input)),
      streamRoute(endpoints.readResult, (context, input) => readResult(context, registers, input)),
    ],
  };
}

const viewRegister = ({ name, title, columns }: ImportDefinition) => ({
  register: name,
  title,
  columns: columns.map(({ key, label, required, explanation }) => ({ key, label, required, explanation })),
});
