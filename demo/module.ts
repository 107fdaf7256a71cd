// The one-tap door of the demo. It is plugged in by a process that serves demo streets only, and looks again itself.
import type { InputOf, OutputOf } from '#contract/define.ts';
import { listPersonas, signInAsPersona } from '#contract/identity/endpoints.ts';
import type { Me } from '#contract/identity/records.ts';
import { staffRoles } from '#contract/identity/roles.ts';
import { roleWords } from '#contract/identity/words.ts';
import type { Context } from '#kernel/context.ts';
import { type Module, route } from '#kernel/module.ts';
import { Problem } from '#kernel/problem.ts';
import { holdersByArea, startSession } from '#modules/identity/index.ts';
import { findAreaByCode } from '#modules/territory/index.ts';
import { type DemoPersona, personas as personasOfBeiyuan } from './personas.ts';
import { smallStaffOf } from './replay/smallStaff.ts';

export const demoModule: Module = {
  name: 'demo',
  routes: [route(listPersonas, listDemoPersonas), route(signInAsPersona, enterAsPersona)],
};

async function listDemoPersonas(context: Context): Promise<OutputOf<typeof listPersonas>> {
  return {
    street: context.street.name,
    personas: personasOf(context).map(({ key, name, role, place, does, shell }) => ({
      key,
      name,
      role: roleWords[role],
      place,
      does,
      shell,
    })),
  };
}

async function enterAsPersona(context: Context, input: InputOf<typeof signInAsPersona>): Promise<Me> {
  const persona = personasOf(context).find((candidate) => candidate.key === input.key);
  const area = persona && (await findAreaByCode(context, persona.areaCode));
  const holders = area ? await holdersByArea(context, [persona.role], area.path) : [];
  const holder = holders.find((one) => one.name === persona?.name && one.areaId === area?.areaId);
  if (!persona || !holder) throw new Problem('persona.unknown', 404);
  return await startSession(
    context,
    { id: holder.accountId },
    { staff: staffRoles.includes(persona.role), secondFactor: true, way: 'persona' },
  );
}

/** A real street answers as if these addresses did not exist. */
function personasOf({ street }: Context): readonly DemoPersona[] {
  if (!street.demo) throw new Problem('route.unknown', 404);
  return street.pack === 'beiyuan' ? personasOfBeiyuan : smallStaffOf(street.pack);
}
