import type { AnyEndpoint } from '#contract/define.ts';
import { rolePermissions } from '#contract/identity/roles.ts';
import { permissions } from '#contract/permissions.ts';

/** Endpoint → access, and role → permissions. */
export function permissionsPage(endpoints: readonly AnyEndpoint[]): string {
  const rows = [...endpoints]
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
    .map(({ name, method, path, access }) => `| \`${name}\` | ${method} \`${path}\` | \`${access}\` |`);
  const roles = Object.entries(rolePermissions).map(
    ([role, rights]) => `| \`${role}\` | ${rights.map((right) => `\`${right}\``).join(', ') || '–'} |`,
  );
  const unused = permissions.filter((right) => !endpoints.some(({ access }) => access === right));
  return [
    '# Endpoints, permissions and roles',
    '',
    'Made by `npm run map`; a test keeps it fresh. `public` is open to anybody, `signed_in` to anybody with an account;',
    'a permission must be held by a post in some area, and the service then looks at the place.',
    '',
    '## Endpoint → access',
    '',
    '| endpoint | address | access |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '## Role → permissions',
    '',
    '| role | holds |',
    '| --- | --- |',
    ...roles,
    '',
    unused.length > 0
      ? `Asked inside services only: ${unused.map((right) => `\`${right}\``).join(', ')}.`
      : 'Every permission opens at least one endpoint.',
    '',
  ].join('\n');
}
