import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openApi } from '#kernel/http/openapi.ts';
import { announcedEvents, composition } from './composition.ts';
import { configurationRows } from './configuration.ts';
import { eventsPage } from './events.ts';
import { permissionsPage } from './permissions.ts';

export const root = join(import.meta.dirname, '../..');

/** Path in the repository → text, for every page that can be made without a database. */
export async function referencePages(): Promise<Record<string, string>> {
  const modules = composition();
  const endpoints = modules.flatMap((module) => module.routes ?? []).map((route) => route.endpoint);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    'docs/reference/openapi.json': `${JSON.stringify(openApi(endpoints, version), null, 2)}\n`,
    'docs/reference/events.md': eventsPage(await announcedEvents(), modules),
    'docs/reference/permissions.md': permissionsPage(endpoints),
    'docs/operate/configuration.md': await withTable('docs/operate/configuration.md', configurationRows()),
  };
}

const opening = '<!-- table: made by npm run map -->';
const closing = '<!-- end of table -->';

/** A hand-written page with its one made table renewed. */
async function withTable(path: string, table: string): Promise<string> {
  const text = await readFile(join(root, path), 'utf8');
  const [before, rest] = text.split(opening);
  const after = rest?.split(closing)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${path} has lost the marks of its table.`);
  return `${before}${opening}\n\n${table}\n\n${closing}${after}`;
}
