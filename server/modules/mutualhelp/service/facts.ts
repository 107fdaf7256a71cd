// What upper floors may know of an ask, to tell the people it concerns.
import type { Company, HelpKind } from '#contract/mutualhelp/codes.ts';
import type { Context } from '#kernel/context.ts';
import { findAsk } from '../store/asks.ts';
import { offering } from '../store/offers.ts';
import { pledgesOf } from '../store/pledges.ts';

export interface AskFact {
  askId: string;
  kind: HelpKind;
  company: Company;
  startsAt: string;
  areaPath: string;
  askerId: string;
  /** Persons who had said they would and had not withdrawn. */
  helperIds: readonly string[];
}

const tellMax = 30;

export async function askFact(context: Context, askId: string): Promise<AskFact | null> {
  const row = await findAsk(context, askId);
  if (!row) return null;
  const pledges = await pledgesOf(context, [askId]);
  return {
    askId: row.id,
    kind: row.kind,
    company: row.company,
    startsAt: row.starts_at,
    areaPath: row.area_path,
    askerId: row.asker_id,
    helperIds: pledges.filter(({ state }) => state !== 'withdrawn').map(({ helper_id }) => helper_id),
  };
}

/** Persons who offer this kind in the community of an ask, without its asker. */
export async function neighboursOffering(context: Context, askId: string): Promise<string[]> {
  const row = await findAsk(context, askId);
  if (!row) return [];
  const found = await offering(context, row.community_id, row.kind, row.home_path, tellMax);
  return found.filter((personId) => personId !== row.asker_id);
}
