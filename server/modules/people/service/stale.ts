// What the second of two editors is told: who changed what meanwhile, and how it stands now.
import { householdChanged, personCorrected } from '#contract/people/events.ts';
import type { HouseholdRecord, PersonRecord } from '#contract/people/records.ts';
import { householdFields, personFields } from '#contract/people/words.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { eventsSince } from '../store/trail.ts';

interface Change {
  field: string;
  label: string;
  /** Known for codes; what was in words is not kept in the trail. */
  before?: unknown;
  after: unknown;
}

export async function staleHousehold(
  context: Context,
  current: HouseholdRecord,
  version: number,
): Promise<Problem> {
  const events = await eventsSince(context, householdChanged.name, current.householdId, version);
  const changes = new Map<string, Change>();
  for (const data of events.map((event) => householdChanged.data.parse(event)))
    for (const { field, before } of data.changes) {
      const first = changes.get(field);
      changes.set(field, {
        field,
        label: labelOf(householdFields, field),
        ...(first && 'before' in first ? { before: first.before } : before === undefined ? {} : { before }),
        after: current[field as keyof HouseholdRecord] ?? null,
      });
    }
  return stale(current, [...changes.values()]);
}

export async function stalePerson(
  context: Context,
  current: PersonRecord,
  version: number,
): Promise<Problem> {
  const events = await eventsSince(context, personCorrected.name, current.personId, version);
  const fields = new Set(events.flatMap((event) => personCorrected.data.parse(event).fields));
  return stale(
    current,
    [...fields].map((field) => ({
      field,
      label: labelOf(personFields, field),
      after: current[field as keyof PersonRecord] ?? null,
    })),
  );
}

function labelOf(labels: Record<string, string>, field: string): string {
  return labels[field] ?? field;
}

function stale(current: HouseholdRecord | PersonRecord, changes: Change[]): Problem {
  return new Problem('version.stale', 409, {
    current,
    changedBy: current.changedBy,
    changedAt: current.changedAt,
    changes,
  });
}
