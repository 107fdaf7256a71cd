// The first three people of a real street (三员分立): everybody else is given a post by them.
import { mobile } from '#contract/common.ts';
import { separatedRoles } from '#contract/identity/roles.ts';
import type { Context } from '#kernel/context.ts';
import { hashPassword } from '#kernel/password/hash.ts';
import { assignPostTo, firstPassword, savePassword } from '#modules/identity/index.ts';
import { findAreaByCode } from '#modules/territory/index.ts';

export interface Administrator {
  name: string;
  phone: string;
}

/** Set-up cannot go on; the message says why and what to do. */
export class SetUpRefusal extends Error {}

const example = 'JIA_ADMINS="name:phone,name:phone,name:phone" (system, security, audit administrator)';

/**
 * Reads `name:phone,name:phone,name:phone`, in the order of the three offices.
 * @throws SetUpRefusal
 */
export function readAdministrators(text: string | undefined): Administrator[] {
  if (!text)
    throw new SetUpRefusal(
      `The database is empty and JIA_DEMO is off: a real street needs its first three administrators. Set ${example} and start again.`,
    );
  const people = text.split(/[,，]/).map((each) => {
    const [name = '', phone = ''] = each.split(/[:：]/).map((part) => part.trim());
    if (!name || !mobile.safeParse(phone).success)
      throw new SetUpRefusal(
        `JIA_ADMINS: "${each.trim()}" is not a name and a mobile number. Write ${example}.`,
      );
    return { name, phone };
  });
  if (
    people.length !== separatedRoles.length ||
    new Set(people.map((one) => one.phone)).size !== people.length
  )
    throw new SetUpRefusal(
      `JIA_ADMINS names ${people.length}, but three different people are needed. Write ${example}.`,
    );
  return people;
}

/** Gives the three posts with first passwords, which are shown to the operator once and kept nowhere. */
export async function appointAdministrators(
  context: Context,
  people: readonly Administrator[],
  show: (line: string) => void,
): Promise<void> {
  const street = await findAreaByCode(context, String(context.streetId));
  if (!street) throw new Error('The street has no area of its own.');
  show('First passwords, shown only now; each must be changed at the first sign-in at /a:');
  for (const [index, role] of separatedRoles.entries()) {
    const person = people[index];
    if (!person) throw new Error(`nobody is ${role}`);
    const { accountId } = await assignPostTo(context, { ...person, role, areaId: street.areaId });
    const password = firstPassword();
    await savePassword(context, accountId, await hashPassword(password), true);
    await context.emit({
      name: 'account.password_reset',
      subject: { module: 'identity', id: accountId },
      data: { reason: 'set-up' },
    });
    show(`  ${role.padEnd(15)} ${person.phone}  ${password}`);
  }
}
