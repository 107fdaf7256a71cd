// `npm run map`: writes what the code says about itself into docs/reference; tests keep those pages fresh.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { startEmbeddedDatabase } from '#kernel/database/embedded/embedded.ts';
import { migrate } from '#kernel/database/migrate.ts';
import { referencePages, root } from './reference/pages.ts';
import { describeSchema } from './reference/schema.ts';

const pages = { ...(await referencePages()), 'docs/reference/schema.txt': await schemaFromEmpty() };
for (const [path, text] of Object.entries(pages)) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
  console.log(`${path}  ${text.split('\n').length} lines`);
}

/** Runs every migration on an empty database that is thrown away, and tells what came out. */
async function schemaFromEmpty(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jia-map-'));
  const database = await startEmbeddedDatabase({
    dataDir: folder,
    rootHome: join(folder, 'root'),
    log: () => {},
  });
  try {
    await migrate(database.ownerUrl);
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    const schema = await describeSchema(client);
    await client.end();
    return schema;
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
