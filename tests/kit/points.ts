// A street whose deeds earn points: a funded programme, rules, tariffs.

import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { EventDefinition } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { inTransaction } from '#kernel/database/transaction.ts';
import type { CommandKind, LedgerAnswer } from '#modules/points/store/ledger.ts';
import { runCommand } from '#modules/points/store/ledger.ts';
import { streetId, testPeople } from './people.ts';
import type { TestStreet } from './street.ts';

/** Work in the name of the system, in a transaction of its own. */
export async function inStreet<T>(street: TestStreet, work: (context: Context) => Promise<T>): Promise<T> {
  const found = await street.kernel.streets.byId(streetId);
  if (!found) throw new Error('the test database has no street');
  return await inTransaction(street.kernel.db, (transaction) =>
    work(street.kernel.systemContext(found, transaction)),
  );
}

export async function personIdOf(street: TestStreet, name: string): Promise<string> {
  const phone = testPeople.find((person) => person.name === name)?.phone;
  const { rows } = await street.owner.query<{ person_id: string }>(
    `select a.person_id from accounts a join persons p on p.street_id = a.street_id and p.id = a.person_id
     where a.street_id = $1 and p.name = $2`,
    [streetId, name],
  );
  const [row] = rows;
  if (!row) throw new Error(`${name} (${phone}) has no person`);
  return row.person_id;
}

export interface PointsGround {
  programmeId: string;
  ruleId: string;
}

const command = (
  context: Context,
  kind: CommandKind,
  request: Record<string, unknown>,
): Promise<LedgerAnswer> =>
  runCommand(context.db, context.streetId, context.now, {
    id: context.newId(),
    kind,
    actor: 'test',
    request,
  });

/** One programme of a budget, and a rule for the sources: one point for a number of minutes or times. */
export async function pointsGround(
  street: TestStreet,
  options: { sources: readonly string[]; budget?: number; rule?: Record<string, unknown> },
): Promise<PointsGround> {
  // What the pack of the street begins with earns nothing here.
  await street.owner.query('delete from points_tariffs where street_id = $1 and made_by = $2', [
    streetId,
    'system',
  ]);
  return await inStreet(street, async (context) => {
    const { programmeId } = await command(context, 'open_programme', {
      name: `项目 ${context.newId()}`,
      year: 2026,
      budget: context.newId(),
    });
    await command(context, 'fund', { programme: programmeId, amount: options.budget ?? 10_000 });
    const { ruleId } = await command(context, 'make_rule', {
      programme: programmeId,
      title: '一小时六十分',
      points: 1,
      per: 1,
      lifeYears: 1,
      ...options.rule,
    });
    for (const source of options.sources)
      await context.db
        .insertInto('points_tariffs')
        .values({
          street_id: streetId,
          id: context.newId(),
          source,
          activity_programme_id: null,
          rule_id: String(ruleId),
          from_at: context.now,
          until_at: null,
          made_by: 'test',
        })
        .execute();
    return { programmeId: String(programmeId), ruleId: String(ruleId) };
  });
}

/** What a lower module would have announced; the reactions have run when this returns. */
export async function tellEvent<D extends z.ZodType>(
  street: TestStreet,
  definition: EventDefinition<string, D>,
  data: z.input<D>,
  subjectId: string = randomUUID(),
): Promise<void> {
  await inStreet(street, (context) =>
    context.emit({
      name: definition.name,
      subject: { module: definition.name.split('.')[0] ?? '', id: subjectId },
      data: data as Record<string, unknown>,
    }),
  );
  await street.react();
}

/** Rows of the test database, whole numbers as numbers. */
export async function pointsRow(
  street: TestStreet,
  query: string,
  values: readonly unknown[],
): Promise<Record<string, unknown>[]> {
  const { rows } = await street.owner.query<Record<string, unknown>>(query, [...values]);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value,
      ]),
    ),
  );
}
