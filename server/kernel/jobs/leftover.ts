import pg from 'pg';

/**
 * Jobs that a killed process had in hand, back into the queue at once; else they would wait until their time runs out,
 * hours for a reaction. One process works at a time, so at its start whatever is in hand was left behind; what was done
 * after all is known by `reactions_done`. Returns how many.
 */
export async function takeUpLeftover(ownerUrl: string, schema: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `update ${schema}.job set state = 'retry', start_after = now() where state = 'active'`,
    );
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
