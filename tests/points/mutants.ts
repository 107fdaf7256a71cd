// Ways to get the ledger wrong: the ten of points.md 2.4, a cap, a settlement, and three that only a crowd can find.
// Each changes a function of the migrations and must be caught.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Mutant {
  name: string;
  inFunction: string;
  from: string;
  to: string;
}

export const mutants: readonly Mutant[] = [
  {
    name: 'spends the newest points first',
    inFunction: 'points_give',
    from: 'over (order by expires_at, grant_id, id)',
    to: 'over (order by expires_at desc, grant_id, id)',
  },
  {
    name: 'pooled points live longer',
    inFunction: 'points_give',
    from: 'taken.points, 0, expires_at from taken where kind',
    to: "taken.points, 0, expires_at + interval '30 days' from taken where kind",
  },
  {
    name: 'a hold is resolved twice',
    inFunction: 'points_pending',
    from: "if one.state <> 'pending' then",
    to: "if one.state = 'expired' then",
  },
  {
    name: 'captures after the hold has run out',
    inFunction: 'points_pending',
    from: 'one.due_at <= at then',
    to: "one.due_at + interval '1 day' <= at then",
  },
  {
    name: 'a known key with another body is answered',
    inFunction: 'points_command',
    from: 'if known.kind <> kind or known.request <> request or known.actor <> by then',
    to: 'if known.kind <> kind then',
  },
  {
    name: 'the sweep takes what is held',
    inFunction: 'points_do_expire',
    from: 'set remaining = l.held from due',
    to: 'set remaining = 0 from due',
  },
  {
    name: 'what is held may be spent',
    inFunction: 'points_available',
    from: 'sum(l.remaining - l.held)',
    to: 'sum(l.remaining)',
  },
  {
    name: 'evidence earns twice',
    inFunction: 'points_do_grant',
    from: "if not found then perform points_refuse('evidence_already_used'); end if;",
    to: '',
  },
  {
    name: 'a spent grant is taken back',
    inFunction: 'points_take_back',
    from: "if there is distinct from original.amount or kept <> 0 then perform points_refuse('already_spent'); end if;",
    to: '',
  },
  {
    name: 'captures more than was held',
    inFunction: 'points_do_capture',
    from: "if taken > one.amount then perform points_refuse('exceeds_hold'); end if;",
    to: '',
  },
  {
    name: 'the cap of a day is not counted',
    inFunction: 'points_do_grant',
    from: 'perform points_count_caps(s, rule, account, at, amount);',
    to: '',
  },
  {
    name: 'undone captures are settled',
    inFunction: 'points_do_settle_open',
    from: 'r.reverses = t.id)',
    to: "r.reverses = '00000000-0000-4000-8000-000000000000')",
  },
  {
    name: 'accounts are read without being locked',
    inFunction: 'points_give',
    from: 'order by o.lock_rank, o.id for no key update) a;',
    to: 'order by o.lock_rank, o.id) a;',
  },
  {
    name: 'a hold is read without being locked',
    inFunction: 'points_pending',
    from: 'kind = any(kinds) for update;',
    to: 'kind = any(kinds);',
  },
  {
    name: 'the cap is read before the account is locked',
    inFunction: 'points_do_grant',
    from: 'where street_id = s and id = account for no key update;',
    to: 'where street_id = s and id = account;',
  },
];

const folder = join(import.meta.dirname, '../../migrations');

/** The text of a function as the newest migration makes it, ready to be put in its place again. */
export async function functionText(name: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => /points/.test(file)).sort();
  for (const file of files.reverse()) {
    const text = await readFile(join(folder, file), 'utf8');
    const start = text.search(new RegExp(`create (or replace )?function ${name}\\(`));
    if (start >= 0)
      return replacing(text.slice(start, text.indexOf('$$;', text.indexOf('as $$', start)) + 3));
  }
  throw new Error(`no function ${name}`);
}

const replacing = (text: string): string => text.replace('create function', 'create or replace function');

export function mutated(text: string, { name, from, to }: Mutant): string {
  if (!text.includes(from)) throw new Error(`the mutant "${name}" finds nothing to change`);
  return text.replace(from, () => to);
}
