import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { postsWith } from '#kernel/scope.ts';
import type { ExportDefinition } from './definition.ts';

/** Every register that can be exported, by name. */
export interface ExportRegisters {
  /** Throws `export.unknown_register` 404. */
  get(name: string): ExportDefinition;
  /** The same, where the actor holds the register's own permission too; else `permission.missing` 403. */
  allowed(context: Context, name: string): ExportDefinition;
  mine(context: Context): ExportDefinition[];
}

export function exportRegistersOf(definitions: readonly ExportDefinition[]): ExportRegisters {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  if (byName.size !== definitions.length) throw new Error('Two registers to export have the same name.');
  const get = (name: string) => {
    const definition = byName.get(name);
    if (!definition) throw new Problem('export.unknown_register', 404);
    return definition;
  };
  const mayUse = ({ actor }: Context, { permission }: ExportDefinition) =>
    postsWith(actor, permission).length > 0;
  return {
    get,
    allowed: (context, name) => {
      const definition = get(name);
      if (!mayUse(context, definition)) {
        throw new Problem('permission.missing', 403, { permission: definition.permission });
      }
      return definition;
    },
    mine: (context) => definitions.filter((definition) => mayUse(context, definition)),
  };
}
