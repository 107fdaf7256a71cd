// The limits a case is counted by: those of the street, version by version, and ours where it has none.
import { defaultSla, type Sla, type SlaContent, slaOn, streetSla } from '#contract/cases/sla.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import type { Services } from '#kernel/services.ts';
import { insertLimits, limitVersions } from '../store/timers.ts';

/** Asked at every step and changed once a year: kept for some seconds, forgotten when this process writes. */
const kept = new WeakMap<Services, Map<number, { readAt: number; slas: readonly Sla[] }>>();
const freshMs = 10_000;

export async function slasOf(context: Context): Promise<readonly Sla[]> {
  const streets = kept.get(context.services) ?? new Map();
  kept.set(context.services, streets);
  const now = context.services.clock.now().getTime();
  const known = streets.get(context.streetId);
  if (known && Math.abs(now - known.readAt) < freshMs) return known.slas;
  const rows = await limitVersions(context);
  const slas = [defaultSla, ...rows.map((row) => streetSla(row.version, row.valid_from, row.content))];
  streets.set(context.streetId, { readAt: now, slas });
  return slas;
}

export const forgetSlas = (context: Context): void => {
  kept.delete(context.services);
};

/** The version a case began with; for a new one the version in force. */
export async function slaFor(context: Context, version: string | null): Promise<Sla> {
  const slas = await slasOf(context);
  return slas.find((one) => one.version === version) ?? slaOn(dayOf(context.now), slas);
}

/** The limits a street begins with. */
export async function plantLimits(context: Context, version: string, content: SlaContent): Promise<void> {
  await insertLimits(context, { version, validFrom: defaultSla.validFrom, content, reason: '' });
  forgetSlas(context);
}
