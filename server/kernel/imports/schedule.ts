import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Schedule } from '#kernel/module.ts';

/** Files and refused rows are personal data: they stay as long as somebody may want to mend them. */
const keptDays = 30;

/** Removes what an import has kept once its time is over; the figures stay. */
export const removeOldImports: Schedule = {
  name: 'imports.remove_old',
  cron: '40 3 * * *',
  run: async (context) => {
    await removeFiles(context);
    await removeRefusedRows(context);
  },
};

const keptUntil = ({ now }: Context) => new Date(now.getTime() - keptDays * 86_400_000).toISOString();

async function removeFiles(context: Context): Promise<void> {
  const { db, streetId, services } = context;
  const old = await db
    .selectFrom('imports')
    .select(['id', 'file_key'])
    .where('street_id', '=', streetId)
    .where('uploaded_at', '<', keptUntil(context))
    .where('status', '<>', 'running')
    .where('file_key', 'is not', null)
    .limit(500)
    .execute();
  for (const { id, file_key } of old) {
    if (file_key) await services.files.remove(file_key);
    await db
      .updateTable('imports')
      .set({ file_key: null })
      .where('street_id', '=', streetId)
      .where('id', '=', id)
      .execute();
  }
}

async function removeRefusedRows(context: Context): Promise<void> {
  const { db, streetId } = context;
  await sql`
    delete from import_errors using imports
    where import_errors.street_id = ${streetId} and imports.street_id = ${streetId}
      and imports.id = import_errors.import_id and imports.uploaded_at < ${keptUntil(context)}
      and imports.status <> 'running'`.execute(db);
}
