// A street of accounts for the ledger's benchmark: programmes with budgets, members, families, merchants.
import type { Database } from '#kernel/database/database.ts';
import { newId } from '#kernel/ids.ts';
import { type CommandKind, type LedgerAnswer, runBatch, runCommand } from '#modules/points/store/ledger.ts';

export const streetId = 110_112_003;
const actor = 'bench';

export interface Grounds {
  /** A command that must succeed; its answer. */
  give(kind: CommandKind, request: Record<string, unknown>): Promise<LedgerAnswer>;
  grantMany(rule: string, count: number): Promise<void>;
  members: string[];
  families: string[];
  merchants: string[];
  /** One rule for each of the budgets. */
  rules: string[];
  programmes: string[];
}

const many = { members: 20_000, families: 2_000, merchants: 100, programmes: 16 };

export async function makeGrounds({ db }: Database): Promise<Grounds> {
  const give: Grounds['give'] = async (kind, request) => {
    const answer = await runCommand(db, streetId, new Date(), {
      id: newId(new Date()),
      kind,
      actor,
      request,
    });
    if (answer.error) throw new Error(`${kind}: ${answer.error}`);
    return answer;
  };
  const openAll = async (kind: string, count: number): Promise<string[]> => {
    const opened: string[] = [];
    for (let from = 0; from < count; from += 100) {
      const commands = Array.from({ length: Math.min(100, count - from) }, (_, index) => ({
        id: newId(new Date()),
        kind: 'open_account' as const,
        request: { kind, owner: `${kind} ${from + index}` },
      }));
      const answers = await runBatch(db, streetId, new Date(), actor, commands);
      opened.push(...answers.map(({ accountId }) => String(accountId)));
    }
    return opened;
  };
  const programmes: string[] = [];
  const rules: string[] = [];
  for (let index = 0; index < many.programmes; index++) {
    const { programmeId } = await give('open_programme', {
      name: `p ${index}`,
      year: 2026,
      budget: newId(new Date()),
    });
    await give('fund', { programme: programmeId, amount: 1_000_000_000_000 });
    const { ruleId } = await give('make_rule', {
      programme: programmeId,
      title: 'hours',
      points: 1,
      per: 1,
      dayCap: 1_000_000,
      yearCap: 10_000_000,
      lifeYears: 1,
    });
    programmes.push(String(programmeId));
    rules.push(String(ruleId));
  }
  const members = await openAll('member', many.members);
  return {
    give,
    members,
    families: await openAll('family', many.families),
    merchants: await openAll('merchant', many.merchants),
    rules,
    programmes,
    grantMany: async (rule, count) => {
      for (let from = 0; from < count; from += 100)
        await runBatch(db, streetId, new Date(), actor, grantsOf(rule, members, 100, from));
    },
  };
}

/** Grants of one rule to members in turn; evidence is never the same. */
export function grantsOf(rule: string, members: readonly string[], count: number, from: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: newId(new Date()),
    kind: 'grant' as const,
    request: {
      rule,
      account: members[(from + index) % members.length],
      quantity: 30,
      evidence: newId(new Date()),
    },
  }));
}
