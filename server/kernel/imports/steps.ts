import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import type { ImportDefinition } from './definition.ts';
import type { Registers } from './registers.ts';
import { type ImportRow, lockImport } from './store.ts';
import { canDo, missingColumns } from './view.ts';

type Step = keyof ReturnType<typeof canDo>;

/** The import, locked, with every right and its version checked. */
export async function takeStep(
  context: Context,
  registers: Registers,
  input: { importId: string; version: number },
  step: Step,
): Promise<{ row: ImportRow; definition: ImportDefinition }> {
  const row = await lockImport(context, input.importId);
  const definition = registers.allowed(context, row.register);
  requireStep(context, definition, row, step);
  if (row.version !== input.version) throw new Problem('version.stale', 409, { version: row.version });
  return { row, definition };
}

export function requireStep(
  context: Context,
  definition: ImportDefinition,
  row: ImportRow,
  step: Step,
): void {
  const answer = canDo(context, definition, row)[step];
  if (answer === true) return;
  const labels = missingColumns(definition, row.mapping).map(({ label }) => label);
  const status = answer === 'import.not_yours' ? 403 : 409;
  throw new Problem(String(answer), status, {
    byName: row.uploaded_by_name,
    labels: labels.join(' '),
    status: row.status,
  });
}
