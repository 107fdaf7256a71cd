-- The same ledger with less work for each command: one look at the accounts, one change of each row, budgets last.

-- Few transfers have these; a null needs no place in an index.
alter table points_transfers drop constraint points_transfers_hold;
alter table points_transfers drop constraint points_transfers_reverses;
create unique index points_transfers_hold on points_transfers (street_id, hold_id) where hold_id is not null;
create unique index points_transfers_reverses on points_transfers (street_id, reverses) where reverses is not null;

-- Accounts are never deleted, nobody but these functions writes, and they lock the accounts they name: the check of
-- each single row is made once for all by the view below.
alter table points_transfers drop constraint points_transfers_debit_account;
alter table points_transfers drop constraint points_transfers_credit_account;
alter table points_lots drop constraint points_lots_of;
-- The lots of a grant are looked for among those of its account.
drop index points_lots_grant;
-- Of all lots, not of those with a rest: a lot that is spent from then needs no new place in an index.
drop index points_lots_account;
drop index points_lots_due;
create index points_lots_account on points_lots (street_id, account_id, expires_at);
create index points_lots_due on points_lots (street_id, expires_at);

-- Rows that change often keep room on their page, so that no index has to follow.
alter table points_accounts set (fillfactor = 70);
alter table points_cap_counters set (fillfactor = 80);
alter table points_lots set (fillfactor = 80);

-- The caller holds rows in one order; FOR NO KEY UPDATE stops every other change and lets references pass.
create or replace function points_lock(s bigint, ids uuid[]) returns void language plpgsql as $$
declare
  found_count integer;
  all_open boolean;
begin
  select count(*), bool_and(status = 'open') into found_count, all_open from (
    select status from points_accounts where street_id = s and id = any(ids)
    order by lock_rank, id for no key update) locked;
  if found_count < cardinality(ids) and found_count < (select count(distinct one) from unnest(ids) one) then
    perform points_refuse('account_not_found');
  end if;
  if not all_open then perform points_refuse('account_closed'); end if;
end $$;

-- Writes the transfer and moves both balances. The accounts are locked already.
create or replace function points_post(s bigint, transfer points_transfers) returns void language plpgsql as $$
declare
  giver text;
  taker text;
begin
  insert into points_transfers select (transfer).*;
  update points_accounts set balance = balance - transfer.amount
    where street_id = s and id = transfer.debit returning kind into giver;
  update points_accounts set balance = balance + transfer.amount
    where street_id = s and id = transfer.credit returning kind into taker;
  if not points_allowed(transfer.kind, giver, taker) then perform points_refuse('forbidden_pair'); end if;
end $$;

create or replace function points_do_grant(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  rule points_rules := points_rule(s, request);
  budget uuid := points_budget(s, rule.programme_id);
  account uuid := (request->>'account')::uuid;
  quantity bigint := (request->>'quantity')::bigint;
  evidence text := request->>'evidence';
  amount bigint := quantity / rule.per * rule.points;
  taker points_accounts;
  release timestamptz;
  usable bigint;
begin
  if amount is null or amount <= 0 then perform points_refuse('invalid_amount'); end if;
  insert into points_evidence values (s, evidence, rule.id, command) on conflict do nothing;
  if not found then perform points_refuse('evidence_already_used'); end if;
  select * into taker from points_accounts where street_id = s and id = account for no key update;
  if taker.id is null then perform points_refuse('account_not_found'); end if;
  if taker.status <> 'open' then perform points_refuse('account_closed'); end if;
  if taker.kind not in ('member', 'family') then perform points_refuse('forbidden_pair'); end if;
  if rule.day_cap is not null or rule.year_cap is not null then
    amount := least(amount, points_cap_left(s, rule, account, at));
    if amount <= 0 then perform points_refuse('cap_reached'); end if;
  end if;
  perform points_check_approval(s, rule, amount, account, by, request);
  if rule.day_cap is not null or rule.year_cap is not null then
    perform points_count_caps(s, rule, account, at, amount);
  end if;
  if rule.notice_days > 0 then
    release := at + make_interval(days => rule.notice_days);
    insert into points_holds values (s, command, 'notice', budget, account, amount, 0, 'pending', at, release, evidence,
      rule.id, rule.version, quantity, by);
    -- Everybody's row is touched last.
    update points_accounts a set held = a.held + amount
      where a.street_id = s and a.id = budget and a.balance - a.held >= amount;
    if not found then perform points_refuse('budget_exhausted'); end if;
    return points_answer(s, account, at, jsonb_build_object('holdId', command, 'amount', amount, 'releaseAt', release));
  end if;
  insert into points_transfers values (s, command, 'grant', budget, account, amount, null, null, evidence, rule.id,
    rule.version, quantity, at, by, command);
  insert into points_lots values (s, command, account, command, amount, 0, points_expiry(rule, at));
  update points_accounts a set balance = a.balance + amount where a.street_id = s and a.id = account;
  usable := points_available(s, account, at);
  update points_accounts a set balance = a.balance - amount
    where a.street_id = s and a.id = budget and a.balance - a.held >= amount;
  if not found then perform points_refuse('budget_exhausted'); end if;
  return jsonb_build_object('transferId', command, 'amount', amount, 'balance', taker.balance + amount,
    'available', usable);
end $$;

-- Keeps points of one account: all is checked before anything is written.
create or replace function points_do_reserve(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  wanted bigint := points_amount(request);
  payer uuid := (request->>'account')::uuid;
  receiver uuid := (request->>'payee')::uuid;
  purpose text := coalesce(request->>'purpose', 'redeem');
  taker text := points_kind(s, receiver);
  giver points_accounts;
  usable bigint;
begin
  if taker is null then perform points_refuse('account_not_found'); end if;
  select * into giver from points_accounts where street_id = s and id = payer for no key update;
  if giver.id is null then perform points_refuse('account_not_found'); end if;
  if giver.status <> 'open' then perform points_refuse('account_closed'); end if;
  if payer = receiver or not points_allowed(purpose, giver.kind, taker) then
    perform points_refuse('forbidden_pair');
  end if;
  usable := points_available(s, payer, at);
  if usable < wanted then perform points_refuse('insufficient_available'); end if;
  insert into points_holds values (s, command, purpose, payer, receiver, wanted, 0, 'pending', at,
    at + make_interval(secs => (request->>'ttl')::int), null, null, null, null, by);
  with free as (
    select id, remaining - held as free,
      sum(remaining - held) over (order by expires_at, grant_id, id) - (remaining - held) as before
    from points_lots
    where street_id = s and account_id = payer and remaining > 0 and remaining > held and expires_at > at
  ), taken as (
    select id, least(free, wanted - before) as amount from free where before < wanted
  ), kept as (
    update points_lots l set held = l.held + t.amount from taken t where l.street_id = s and l.id = t.id
  )
  insert into points_lot_uses (street_id, id, lot_id, transfer_id, hold_id, amount)
  select s, gen_random_uuid(), id, null, command, taken.amount from taken;
  update points_accounts set held = held + wanted where street_id = s and id = payer;
  return jsonb_build_object('holdId', command, 'balance', giver.balance, 'available', usable - wanted);
end $$;

-- The lots, the payer and the payee are each changed once: what was kept is given back and spent in one go.
create or replace function points_do_capture(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  one points_holds := points_pending(s, (request->>'hold')::uuid, at, array['redeem', 'help']);
  taken bigint := coalesce((request->>'amount')::bigint, one.amount);
  left_over bigint;
begin
  if taken <= 0 then perform points_refuse('invalid_amount'); end if;
  if taken > one.amount then perform points_refuse('exceeds_hold'); end if;
  perform points_lock(s, array[one.payer, one.payee]);
  update points_holds set state = 'captured', captured = taken where street_id = s and id = one.id;
  insert into points_transfers values (s, command, one.kind, one.payer, one.payee, taken, one.id, null, null, null, null,
    null, at, by, command);
  with kept as (
    select u.lot_id, u.amount, l.grant_id, l.expires_at,
      sum(u.amount) over (order by l.expires_at, l.grant_id, l.id) - u.amount as before
    from points_lot_uses u join points_lots l on l.street_id = s and l.id = u.lot_id
    where u.street_id = s and u.hold_id = one.id
  ), used as (
    select lot_id, grant_id, expires_at, amount, greatest(least(amount, taken - before), 0) as spent from kept
  ), spent as (
    update points_lots l set remaining = l.remaining - u.spent, held = l.held - u.amount from used u
    where l.street_id = s and l.id = u.lot_id
  ), noted as (
    insert into points_lot_uses (street_id, id, lot_id, transfer_id, hold_id, amount)
    select s, gen_random_uuid(), lot_id, command, null, used.spent from used where used.spent > 0
  )
  insert into points_lots (street_id, id, account_id, grant_id, remaining, held, expires_at)
  select s, gen_random_uuid(), one.payee, grant_id, used.spent, 0, expires_at from used
  where one.kind = 'help' and used.spent > 0;
  update points_accounts a set balance = a.balance - taken, held = a.held - one.amount
    where a.street_id = s and a.id = one.payer returning a.balance into left_over;
  update points_accounts a set balance = a.balance + taken where a.street_id = s and a.id = one.payee;
  return jsonb_build_object('transferId', command, 'balance', left_over, 'available', points_available(s, one.payer, at));
end $$;

-- Many grants of one rule in one call: judged one by one, written as sets. Whatever does not fit the set (a known key,
-- evidence that is used, an account that is not there, a budget that does not reach for all) is left to one by one.
drop function points_grant_set(bigint, text, timestamptz, points_rules, jsonb);
drop function points_set_rule(bigint, jsonb);

create function points_grant_set(s bigint, by text, at timestamptz, rule points_rules, ids uuid[], accounts uuid[],
  evidences text[], quantities bigint[], requests jsonb[]) returns jsonb
language plpgsql as $$
declare
  budget uuid := points_budget(s, rule.programme_id);
  expiry timestamptz := points_expiry(rule, at);
  today text := points_day(at);
  year text := left(today, 4);
  touched integer;
  fit boolean;
  wanted bigint[];
  amounts bigint[];
  total bigint;
  answers jsonb;
begin
  select array_agg(coalesce(q / rule.per * rule.points, 0) order by ord) into wanted
  from unnest(quantities) with ordinality u(q, ord);

  -- Evidence first, in one order for everybody.
  insert into points_evidence
  select s, u.evidence, rule.id, u.id from unnest(ids, evidences, wanted) u(id, evidence, asked)
  where u.asked > 0 order by u.evidence on conflict do nothing;
  get diagnostics touched = row_count;
  if touched < (select count(*) from unnest(wanted) a where a > 0) then perform points_refuse('one_by_one'); end if;

  select count(*), bool_and(status = 'open' and kind in ('member', 'family')) into touched, fit from (
    select status, kind from points_accounts where street_id = s and id = any(accounts)
    order by lock_rank, id for no key update) locked;
  if not fit or touched < (select count(distinct a) from unnest(accounts) a) then
    perform points_refuse('one_by_one');
  end if;

  if rule.day_cap is null and rule.year_cap is null then
    amounts := wanted;
  else
    select array_agg(least(u.asked, least(rule.day_cap - coalesce(d.used, 0), rule.year_cap - coalesce(y.used, 0))
        - u.before) order by u.ord) into amounts
    from (
      select account, asked, ord,
        sum(asked) over (partition by account order by ord) - asked as before
      from unnest(accounts, wanted) with ordinality u(account, asked, ord)) u
    left join points_cap_counters d on d.street_id = s and d.rule_id = rule.id and d.account_id = u.account
      and d.period = today
    left join points_cap_counters y on y.street_id = s and y.rule_id = rule.id and y.account_id = u.account
      and y.period = year;
    if exists (select 1 from unnest(wanted, amounts) u(asked, amount) where u.asked > 0 and u.amount <= 0) then
      delete from points_evidence e using unnest(ids, evidences, wanted, amounts) u(id, evidence, asked, amount)
      where u.asked > 0 and u.amount <= 0 and e.street_id = s and e.evidence_id = u.evidence and e.rule_id = rule.id;
    end if;
    insert into points_cap_counters
    select s, rule.id, u.account, p.period, sum(u.amount)
    from unnest(accounts, amounts) u(account, amount)
    cross join (values (today, rule.day_cap), (year, rule.year_cap)) p(period, cap)
    where u.amount > 0 and p.cap is not null group by u.account, p.period
    on conflict (street_id, rule_id, account_id, period) do update set used = points_cap_counters.used + excluded.used;
  end if;

  insert into points_transfers
  select s, u.id, 'grant', budget, u.account, u.amount, null, null, u.evidence, rule.id, rule.version, u.quantity, at, by, u.id
  from unnest(ids, accounts, amounts, evidences, quantities) u(id, account, amount, evidence, quantity)
  where u.amount > 0;
  insert into points_lots
  select s, u.id, u.account, u.id, u.amount, 0, expiry from unnest(ids, accounts, amounts) u(id, account, amount)
  where u.amount > 0;
  update points_accounts a set balance = a.balance + u.amount
  from (select account, sum(amount)::bigint as amount from unnest(accounts, amounts) u(account, amount)
    where u.amount > 0 group by account) u
  where a.street_id = s and a.id = u.account;

  with answered as (
    select u.ord, u.id, u.request, case
        when u.asked <= 0 then '{"error": "invalid_amount"}'::jsonb
        when u.amount <= 0 then '{"error": "cap_reached"}'::jsonb
        else jsonb_build_object('transferId', u.id, 'amount', u.amount) end as result
    from unnest(ids, requests, wanted, amounts) with ordinality u(id, request, asked, amount, ord)
  ), kept as (
    insert into points_commands select s, a.id, 'grant', a.request, by, at, a.result from answered a
  )
  select jsonb_agg(result order by ord) into answers from answered;

  -- The budget is everybody's row: it is locked for the length of the commit alone.
  total := (select coalesce(sum(a), 0) from unnest(amounts) a where a > 0);
  update points_accounts a set balance = a.balance - total
    where a.street_id = s and a.id = budget and a.balance - a.held >= total;
  if not found then perform points_refuse('one_by_one'); end if;
  return answers;
end $$;

-- Up to 100 commands {id, kind, request} of one actor; each is answered for itself, in order.
create or replace function points_batch(s bigint, by text, at timestamptz, commands jsonb) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ids uuid[];
  accounts uuid[];
  evidences text[];
  quantities bigint[];
  requests jsonb[];
  alike boolean;
  rule points_rules;
  answers jsonb;
begin
  if jsonb_array_length(commands) > 100 then raise exception 'a batch holds at most 100 commands'; end if;
  select array_agg((c.item->>'id')::uuid order by c.ord), array_agg((c.request->>'account')::uuid order by c.ord),
    array_agg(c.request->>'evidence' order by c.ord), array_agg((c.request->>'quantity')::bigint order by c.ord),
    array_agg(c.request order by c.ord),
    count(*) > 1 and count(distinct c.request->>'rule') = 1 and bool_and(c.item->>'kind' = 'grant')
      and count(distinct c.item->>'id') = count(*) and count(distinct c.request->>'evidence') = count(*)
      and count(c.request->>'rule') = count(*)
  into ids, accounts, evidences, quantities, requests, alike
  from (select item, item->'request' as request, ord
    from jsonb_array_elements(commands) with ordinality i(item, ord)) c;
  if alike and not exists (select 1 from points_commands k where k.street_id = s and k.id = any(ids)) then
    select * into rule from points_rules r where r.street_id = s and r.id = (requests[1]->>'rule')::uuid
      order by r.version desc limit 1;
    if rule.id is not null and rule.notice_days = 0 and rule.approval_above is null then
      begin
        return points_grant_set(s, by, at, rule, ids, accounts, evidences, quantities, requests);
      exception when sqlstate 'JP001' or unique_violation then
        null; -- something does not fit the set, or another call has the same key just now
      end;
    end if;
  end if;
  select jsonb_agg(points_command(s, (c.item->>'id')::uuid, by, at, c.item->>'kind', c.item->'request') order by c.ord)
  into answers from jsonb_array_elements(commands) with ordinality c(item, ord);
  return answers;
end $$;

-- A grant is taken back only whole and only while all of it lies where it was put.
create or replace function points_take_back(s bigint, original points_transfers, command uuid) returns void language plpgsql as $$
declare
  there bigint;
  kept bigint;
begin
  select sum(remaining), sum(held) into there, kept from points_lots
  where street_id = s and account_id = original.credit and grant_id = original.id and remaining > 0;
  if there is distinct from original.amount or kept <> 0 then perform points_refuse('already_spent'); end if;
  insert into points_lot_uses (street_id, id, lot_id, transfer_id, hold_id, amount)
  select s, gen_random_uuid(), id, command, null, remaining from points_lots
  where street_id = s and account_id = original.credit and grant_id = original.id and remaining > 0;
  update points_lots set remaining = 0
  where street_id = s and account_id = original.credit and grant_id = original.id and remaining > 0;
end $$;


-- What must never be: invariants I1 to I12, J8, J9 and J10 of points.md as sets. No row, no fault.
create or replace view points_violations as
with moved as (
  select street_id, account, sum(amount)::bigint as amount from (
    select street_id, debit as account, -amount as amount from points_transfers
    union all select street_id, credit, amount from points_transfers) sides group by street_id, account
), lots as (
  select street_id, account_id, sum(remaining)::bigint as remaining, sum(held)::bigint as held
  from points_lots group by street_id, account_id
), holds as (
  select street_id, payer, sum(amount)::bigint as amount from points_holds where state = 'pending'
  group by street_id, payer
), uses as (
  select street_id, transfer_id, sum(amount)::bigint as amount from points_lot_uses where transfer_id is not null
  group by street_id, transfer_id
)
select street_id, 'I1' as rule, null::uuid as subject from points_accounts group by street_id having sum(balance) <> 0
union all
select a.street_id, 'I2', a.id from points_accounts a
  left join moved m on m.street_id = a.street_id and m.account = a.id where a.balance <> coalesce(m.amount, 0)
union all
select a.street_id, 'I3', a.id from points_accounts a
  left join lots l on l.street_id = a.street_id and l.account_id = a.id
  where a.balance <> coalesce(l.remaining, 0) and a.kind in ('member', 'family')
union all
select l.street_id, 'I3', l.account_id from lots l
  left join points_accounts a on a.street_id = l.street_id and a.id = l.account_id
  where a.id is null or a.kind not in ('member', 'family')
union all
select a.street_id, 'I4', a.id from points_accounts a
  left join holds h on h.street_id = a.street_id and h.payer = a.id where a.held <> coalesce(h.amount, 0)
union all
select a.street_id, 'I5', a.id from points_accounts a
  left join lots l on l.street_id = a.street_id and l.account_id = a.id
  where a.held <> coalesce(l.held, 0) and a.kind in ('member', 'family')
union all
select h.street_id, 'I6', h.id from points_holds h
  left join points_transfers t on t.street_id = h.street_id and t.hold_id = h.id
  where (h.state = 'captured') <> (t.id is not null)
union all
select h.street_id, 'I7', h.id from points_holds h
  join points_transfers t on t.street_id = h.street_id and t.hold_id = h.id
  where t.amount <> h.captured or h.captured > h.amount
union all
select r.street_id, 'I8', r.id from points_transfers r
  join points_transfers o on o.street_id = r.street_id and o.id = r.reverses
  where r.amount <> o.amount or r.debit <> o.credit or r.credit <> o.debit or r.kind <> 'reverse_' || o.kind
union all
select street_id, 'I9', grant_id from points_lots group by street_id, grant_id having count(distinct expires_at) > 1
union all
select t.street_id, 'I10', t.id from points_transfers t
  left join uses u on u.street_id = t.street_id and u.transfer_id = t.id
  where t.kind in ('redeem', 'pool', 'split', 'help', 'donate', 'expire', 'reverse_grant')
    and t.amount <> coalesce(u.amount, 0)
union all
select street_id, 'I11', id from points_accounts where kind <> 'mint' and (balance < 0 or balance < held)
union all
select t.street_id, 'I12', t.id from points_transfers t
  left join points_accounts d on d.street_id = t.street_id and d.id = t.debit
  left join points_accounts c on c.street_id = t.street_id and c.id = t.credit
  where d.id is null or c.id is null or not points_allowed(t.kind, d.kind, c.kind)
union all
select g.street_id, 'J8', g.credit from (
  select street_id, rule_id, rule_version as version, credit, points_day(at) as day, sum(amount) as granted
  from points_transfers
  where kind = 'grant' and hold_id is null group by street_id, rule_id, rule_version, credit, points_day(at)) g
  join points_rules r on r.street_id = g.street_id and r.id = g.rule_id and r.version = g.version
  where g.granted > r.day_cap
union all
select p.street_id, 'J9', p.id from points_programmes p
  join points_accounts a on a.street_id = p.street_id and a.id = p.budget_id
  where p.funded < (select coalesce(sum(t.amount), 0) from points_transfers t
    where t.street_id = p.street_id and t.debit = p.budget_id and t.kind = 'grant')
    - (select coalesce(sum(t.amount), 0) from points_transfers t
      where t.street_id = p.street_id and t.credit = p.budget_id and t.kind = 'reverse_grant')
union all
select s.street_id, 'J10', s.id from points_settlements s
  left join (select l.street_id, l.settlement_id, sum(l.amount) as lines, sum(t.amount) as captured
    from points_settlement_lines l
    join points_transfers t on t.street_id = l.street_id and t.id = l.transfer_id group by 1, 2) l
    on l.street_id = s.street_id and l.settlement_id = s.id
  where s.total <> coalesce(l.lines, 0) or s.total <> coalesce(l.captured, 0);
