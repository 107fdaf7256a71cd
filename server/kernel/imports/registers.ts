import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { postsWith } from '#kernel/scope.ts';
import type { ImportDefinition } from './definition.ts';

/** Every register that can be imported, by name. */
export interface Registers {
  /** Throws `import.unknown_register` 404. */
  get(name: string): ImportDefinition;
  /** The same, where the actor holds the register's own permission too; else `permission.missing` 403. */
  allowed(context: Context, name: string): ImportDefinition;
  mine(context: Context): ImportDefinition[];
}

export function registersOf(definitions: readonly ImportDefinition[]): Registers {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  if (byName.size !== definitions.length) throw new Error('Two registers to import have the same name.');
  const get = (name: string) => {
    const definition = byName.get(name);
    if (!definition) throw new Problem('import.unknown_register', 404);
    return definition;
  };
  const mayUse = ({ actor }: Context, { permission }: ImportDefinition) =>
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
