// The yardstick: pgbench's simple-update, statement by statement, through the driver the server uses.
import type pg from 'pg';

const scale = 10;
export const accountsMax = 100_000 * scale;

export async function plantYardstick(owner: pg.Client): Promise<void> {
  await owner.query(`
    create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84)) with (fillfactor = 100);
    create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
    insert into pgbench_accounts select aid, (aid - 1) / 100000 + 1, 0, '' from generate_series(1, ${accountsMax}) aid;
    grant all on pgbench_accounts, pgbench_history to public;`);
  await owner.query('vacuum analyze pgbench_accounts');
}

/** One transaction; answers 1, what it adds to the count. */
export async function simpleUpdate(pool: pg.Pool): Promise<number> {
  const aid = 1 + Math.floor(Math.random() * accountsMax);
  const delta = Math.floor(Math.random() * 10_001) - 5000;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE pgbench_accounts SET abalance = abalance + $1 WHERE aid = $2', [delta, aid]);
    await client.query('SELECT abalance FROM pgbench_accounts WHERE aid = $1', [aid]);
    await client.query(
      'INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES (1, 1, $1, $2, CURRENT_TIMESTAMP)',
      [aid, delta],
    );
    await client.query('COMMIT');
    return 1;
  } finally {
    client.release();
  }
}
