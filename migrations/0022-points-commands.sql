-- The commands of the points ledger. Each runs whole or not at all; a refusal is an answer, not an error.
-- Accounts are locked in the order (lock_rank, id); evidence is claimed before any account is locked.

create function points_refuse(code text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'JP001', message = code;
end $$;

create function points_lock_rank(kind text) returns smallint language sql immutable as $$
  select (case kind when 'member' then 0 when 'family' then 1 when 'merchant' then 2
    when 'budget' then 4 when 'mint' then 5 else 3 end)::smallint
$$;

-- Which kind of account may give to which, by which kind of transfer.
create function points_allowed(transfer text, giver text, taker text) returns boolean language sql immutable as $$
  select (transfer, giver, taker) in (
    ('fund', 'mint', 'budget'), ('return', 'budget', 'mint'),
    ('grant', 'budget', 'member'), ('grant', 'budget', 'family'),
    ('pool', 'member', 'family'), ('split', 'family', 'member'), ('help', 'member', 'member'),
    ('redeem', 'member', 'merchant'), ('redeem', 'family', 'merchant'),
    ('donate', 'member', 'donation'), ('donate', 'family', 'donation'),
    ('expire', 'member', 'expired'), ('expire', 'family', 'expired'),
    ('settle', 'merchant', 'settled'),
    ('reverse_grant', 'member', 'budget'), ('reverse_grant', 'family', 'budget'),
    ('reverse_redeem', 'merchant', 'member'), ('reverse_redeem', 'merchant', 'family'))
$$;

create function points_day(at timestamptz) returns text language sql immutable as $$
  select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
$$;

create function points_expiry(rule points_rules, at timestamptz) returns timestamptz language sql stable as $$
  select case when rule.life_days is not null then at + make_interval(days => rule.life_days)
    else make_timestamptz(
      extract(year from at at time zone 'Asia/Shanghai')::int + 1 + rule.life_years, 1, 1, 0, 0, 0, 'Asia/Shanghai') end
$$;

-- What may be spent at an instant: expired points do not count, swept or not.
create function points_available(s bigint, account uuid, at timestamptz) returns bigint
language sql stable as $$
  select case when a.kind in ('member', 'family') then coalesce((
      select sum(l.remaining - l.held)::bigint from points_lots l
      where l.street_id = s and l.account_id = a.id and l.remaining > 0 and l.expires_at > at), 0)
    else a.balance - a.held end
  from points_accounts a where a.street_id = s and a.id = account
$$;

create function points_lock(s bigint, ids uuid[]) returns void language plpgsql as $$
declare
  found_count integer;
  all_open boolean;
begin
  select count(*), bool_and(status = 'open') into found_count, all_open from (
    select status from points_accounts where street_id = s and id = any(ids)
    order by lock_rank, id for update) locked;
  if found_count < (select count(distinct one) from unnest(ids) one) then
    perform points_refuse('account_not_found');
  end if;
  if not all_open then perform points_refuse('account_closed'); end if;
end $$;

create function points_kind(s bigint, account uuid) returns text language sql stable as $$
  select kind from points_accounts where street_id = s and id = account
$$;

-- Writes the transfer and moves both balances. The accounts are locked already.
create function points_post(s bigint, transfer points_transfers) returns void language plpgsql as $$
begin
  if not points_allowed(transfer.kind, points_kind(s, transfer.debit), points_kind(s, transfer.credit)) then
    perform points_refuse('forbidden_pair');
  end if;
  insert into points_transfers select (transfer).*;
  update points_accounts
    set balance = balance + case when id = transfer.debit then -transfer.amount else transfer.amount end
    where street_id = s and id in (transfer.debit, transfer.credit);
end $$;

create function points_transfer(s bigint, command uuid, by text, at timestamptz, kind text, debit uuid, credit uuid,
  amount bigint, hold uuid default null, reverses uuid default null, evidence text default null,
  rule uuid default null, rule_version integer default null, quantity bigint default null, transfer_id uuid default null)
returns points_transfers language sql as $$
  select row(s, coalesce(transfer_id, command), kind, debit, credit, amount, hold, reverses, evidence, rule, rule_version,
    quantity, at, by, command)::points_transfers
$$;

-- Takes free points, earliest expiry first. With a receiver the points arrive with the expiry they had.
create function points_spend(s bigint, giver uuid, amount bigint, at timestamptz, transfer uuid, receiver uuid)
returns void language plpgsql as $$
declare wanted bigint := amount;
begin
  if points_available(s, giver, at) < wanted then perform points_refuse('insufficient_available'); end if;
  with free as (
    select id, grant_id, expires_at, remaining - held as free,
      sum(remaining - held) over (order by expires_at, grant_id, id) - (remaining - held) as before
    from points_lots
    where street_id = s and account_id = giver and remaining > 0 and remaining > held and expires_at > at
  ), taken as (
    select id, grant_id, expires_at, least(free, wanted - before) as amount from free where before < wanted
  ), spent as (
    update points_lots l set remaining = l.remaining - t.amount from taken t
    where l.street_id = s and l.id = t.id
  ), noted as (
    insert into points_lot_uses (street_id, id, lot_id, transfer_id, hold_id, amount)
    select s, gen_random_uuid(), id, transfer, null, taken.amount from taken
  )
  insert into points_lots (street_id, id, account_id, grant_id, remaining, held, expires_at)
  select s, gen_random_uuid(), receiver, grant_id, taken.amount, 0, expires_at from taken where receiver is not null;
end $$;

create function points_answer(s bigint, account uuid, at timestamptz, more jsonb) returns jsonb language sql as $$
  select more || jsonb_build_object('balance', a.balance, 'available', points_available(s, account, at))
  from points_accounts a where a.street_id = s and a.id = account
$$;

create function points_amount(request jsonb) returns bigint language plpgsql as $$
declare amount bigint := (request->>'amount')::bigint;
begin
  if amount is null or amount <= 0 then perform points_refuse('invalid_amount'); end if;
  return amount;
end $$;

-- Accounts, programmes, rules ------------------------------------------------------------------------------------

create function points_do_open_account(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare opened uuid;
begin
  insert into points_accounts
  values (s, command, request->>'kind', request->>'owner', points_lock_rank(request->>'kind'), 0, 0, 'open', at)
  on conflict (street_id, kind, owner_id) do nothing;
  select id into opened from points_accounts
  where street_id = s and kind = request->>'kind' and owner_id = request->>'owner';
  return jsonb_build_object('accountId', opened);
end $$;

create function points_do_close_account(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare account points_accounts;
begin
  perform points_lock(s, array[(request->>'account')::uuid]);
  select * into account from points_accounts where street_id = s and id = (request->>'account')::uuid;
  if account.balance <> 0 or account.held <> 0 then perform points_refuse('account_not_empty'); end if;
  if exists (select 1 from points_holds where street_id = s and payee = account.id and state = 'pending') then
    perform points_refuse('account_not_empty');
  end if;
  update points_accounts set status = 'closed' where street_id = s and id = account.id;
  return jsonb_build_object('accountId', account.id);
end $$;

create function points_do_open_programme(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare budget uuid := (request->>'budget')::uuid;
begin
  insert into points_accounts values (s, budget, 'budget', command::text, points_lock_rank('budget'), 0, 0, 'open', at);
  insert into points_programmes values (s, command, request->>'name', (request->>'year')::int, budget, 0)
  on conflict do nothing;
  if not found then perform points_refuse('programme_known'); end if;
  return jsonb_build_object('programmeId', command, 'budgetId', budget);
end $$;

create function points_do_make_rule(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare rule uuid := coalesce((request->>'rule')::uuid, command);
  next integer;
begin
  if not exists (select 1 from points_programmes where street_id = s and id = (request->>'programme')::uuid) then
    perform points_refuse('programme_not_found');
  end if;
  perform pg_advisory_xact_lock(hashtextextended(s::text || rule::text, 1));
  select coalesce(max(version), 0) + 1 into next from points_rules where street_id = s and id = rule;
  if next = 1 and rule <> command then perform points_refuse('rule_not_found'); end if;
  insert into points_rules values (s, rule, next, (request->>'programme')::uuid, request->>'title',
    (request->>'points')::bigint, (request->>'per')::bigint, (request->>'dayCap')::bigint,
    (request->>'yearCap')::bigint, coalesce((request->>'noticeDays')::int, 0), (request->>'lifeYears')::int,
    (request->>'lifeDays')::int, (request->>'approvalAbove')::bigint, at, by);
  return jsonb_build_object('ruleId', rule, 'version', next);
end $$;

create function points_budget(s bigint, programme uuid) returns uuid language plpgsql as $$
declare budget uuid;
begin
  select budget_id into budget from points_programmes where street_id = s and id = programme;
  if budget is null then perform points_refuse('programme_not_found'); end if;
  return budget;
end $$;

create function points_sink(s bigint, sink text, at timestamptz) returns uuid language plpgsql as $$
declare known uuid;
begin
  select id into known from points_accounts where street_id = s and kind = sink and owner_id = 'street';
  if known is null then
    insert into points_accounts values (s, gen_random_uuid(), sink, 'street', points_lock_rank(sink), 0, 0, 'open', at)
    on conflict (street_id, kind, owner_id) do nothing;
    select id into known from points_accounts where street_id = s and kind = sink and owner_id = 'street';
  end if;
  return known;
end $$;

create function points_do_fund(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  amount bigint := points_amount(request);
  budget uuid := points_budget(s, (request->>'programme')::uuid);
  mint uuid := points_sink(s, 'mint', at);
begin
  perform points_lock(s, array[budget, mint]);
  perform points_post(s, points_transfer(s, command, by, at, 'fund', mint, budget, amount));
  update points_programmes set funded = funded + amount where street_id = s and id = (request->>'programme')::uuid;
  return points_answer(s, budget, at, jsonb_build_object('transferId', command));
end $$;

create function points_do_return(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  amount bigint := points_amount(request);
  budget uuid := points_budget(s, (request->>'programme')::uuid);
  mint uuid := points_sink(s, 'mint', at);
begin
  perform points_lock(s, array[budget, mint]);
  if points_available(s, budget, at) < amount then perform points_refuse('budget_exhausted'); end if;
  perform points_post(s, points_transfer(s, command, by, at, 'return', budget, mint, amount));
  return points_answer(s, budget, at, jsonb_build_object('transferId', command));
end $$;

-- Grants ---------------------------------------------------------------------------------------------------------

create function points_rule(s bigint, request jsonb) returns points_rules language plpgsql as $$
declare rule points_rules;
begin
  select * into rule from points_rules where street_id = s and id = (request->>'rule')::uuid
    order by version desc limit 1;
  if rule.id is null then perform points_refuse('rule_not_found'); end if;
  return rule;
end $$;

-- What is left of the caps today and this year; null when nothing limits.
create function points_cap_left(s bigint, rule points_rules, account uuid, at timestamptz) returns bigint
language sql stable as $$
  select least(
    rule.day_cap - coalesce((select used from points_cap_counters c where c.street_id = s and c.rule_id = rule.id
      and c.account_id = account and c.period = points_day(at)), 0),
    rule.year_cap - coalesce((select used from points_cap_counters c where c.street_id = s and c.rule_id = rule.id
      and c.account_id = account and c.period = left(points_day(at), 4)), 0))
$$;

create function points_count_caps(s bigint, rule points_rules, account uuid, at timestamptz, amount bigint)
returns void language sql as $$
  insert into points_cap_counters
  select s, rule.id, account, period, amount
  from (values (points_day(at), rule.day_cap), (left(points_day(at), 4), rule.year_cap)) p(period, cap)
  where cap is not null
  on conflict (street_id, rule_id, account_id, period) do update set used = points_cap_counters.used + excluded.used
$$;

create function points_check_approval(s bigint, rule points_rules, amount bigint, account uuid, by text, request jsonb)
returns void language plpgsql as $$
declare
  approver text := request->>'approvedBy';
  owner text;
begin
  if rule.approval_above is null or amount <= rule.approval_above then return; end if;
  if approver is null then perform points_refuse('approval_required'); end if;
  select owner_id into owner from points_accounts where street_id = s and id = account;
  if approver = by or approver = owner or by = owner then perform points_refuse('same_person'); end if;
end $$;

create function points_do_grant(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  rule points_rules := points_rule(s, request);
  budget uuid := points_budget(s, rule.programme_id);
  account uuid := (request->>'account')::uuid;
  quantity bigint := (request->>'quantity')::bigint;
  evidence text := request->>'evidence';
  amount bigint := quantity / rule.per * rule.points;
  release timestamptz;
begin
  if amount is null or amount <= 0 then perform points_refuse('invalid_amount'); end if;
  insert into points_evidence values (s, evidence, rule.id, command) on conflict do nothing;
  if not found then perform points_refuse('evidence_already_used'); end if;
  perform points_lock(s, array[account, budget]);
  if not points_allowed('grant', 'budget', points_kind(s, account)) then perform points_refuse('forbidden_pair'); end if;
  amount := least(amount, points_cap_left(s, rule, account, at));
  if amount <= 0 then perform points_refuse('cap_reached'); end if;
  perform points_check_approval(s, rule, amount, account, by, request);
  if points_available(s, budget, at) < amount then perform points_refuse('budget_exhausted'); end if;
  perform points_count_caps(s, rule, account, at, amount);
  if rule.notice_days > 0 then
    release := at + make_interval(days => rule.notice_days);
    insert into points_holds values (s, command, 'notice', budget, account, amount, 0, 'pending', at, release, evidence,
      rule.id, rule.version, quantity, by);
    update points_accounts set held = held + amount where street_id = s and id = budget;
    return points_answer(s, account, at, jsonb_build_object('holdId', command, 'amount', amount, 'releaseAt', release));
  end if;
  perform points_post(s, points_transfer(s, command, by, at, 'grant', budget, account, amount,
    evidence => evidence, rule => rule.id, rule_version => rule.version, quantity => quantity));
  insert into points_lots values (s, gen_random_uuid(), account, command, amount, 0, points_expiry(rule, at));
  return points_answer(s, account, at, jsonb_build_object('transferId', command, 'amount', amount));
end $$;

-- Points whose notice is over; at most 100 at a time, or the one that is named.
create function points_do_release(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  one points_holds;
  due points_holds[] := '{}';
  wanted uuid := (request->>'hold')::uuid;
begin
  if wanted is not null then
    one := points_pending(s, wanted, at, array['notice']);
    if one.due_at > at then perform points_refuse('hold_not_due'); end if;
  end if;
  for one in select * from points_holds
    where street_id = s and kind = 'notice' and state = 'pending' and due_at <= at and id = coalesce(wanted, id)
    order by due_at, id limit 100 for update skip locked
  loop due := due || one; end loop;
  perform 1 from points_accounts
    where street_id = s and id in (select payer from unnest(due) union select payee from unnest(due))
    order by lock_rank, id for update;
  foreach one in array due loop
    update points_holds set state = 'captured', captured = amount where street_id = s and id = one.id;
    update points_accounts set held = held - one.amount where street_id = s and id = one.payer;
    perform points_post(s, points_transfer(s, command, one.actor, at, 'grant', one.payer, one.payee, one.amount, one.id,
      null, one.evidence_id, one.rule_id, one.rule_version, one.quantity, one.id));
    insert into points_lots
    select s, gen_random_uuid(), one.payee, one.id, one.amount, 0, points_expiry(r, at) from points_rules r
    where r.street_id = s and r.id = one.rule_id and r.version = one.rule_version;
  end loop;
  return jsonb_build_object('count', cardinality(due));
end $$;

-- Holds ----------------------------------------------------------------------------------------------------------

create function points_pending(s bigint, wanted uuid, at timestamptz, kinds text[]) returns points_holds
language plpgsql as $$
declare one points_holds;
begin
  select * into one from points_holds where street_id = s and id = wanted and kind = any(kinds) for update;
  if one.id is null then perform points_refuse('hold_not_found'); end if;
  if one.state <> 'pending' then perform points_refuse('hold_already_' || one.state); end if;
  -- The clock decides, not whether the sweep has been here.
  if one.kind <> 'notice' and one.due_at <= at then perform points_refuse('hold_already_expired'); end if;
  return one;
end $$;

create function points_do_reserve(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  wanted bigint := points_amount(request);
  payer uuid := (request->>'account')::uuid;
  receiver uuid := (request->>'payee')::uuid;
  purpose text := coalesce(request->>'purpose', 'redeem');
begin
  if points_kind(s, receiver) is null then perform points_refuse('account_not_found'); end if;
  perform points_lock(s, array[payer]);
  if payer = receiver or not points_allowed(purpose, points_kind(s, payer), points_kind(s, receiver)) then
    perform points_refuse('forbidden_pair');
  end if;
  if points_available(s, payer, at) < wanted then perform points_refuse('insufficient_available'); end if;
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
  return points_answer(s, payer, at, jsonb_build_object('holdId', command));
end $$;

-- Gives back to the lots what the hold kept.
create function points_unhold(s bigint, one points_holds) returns void language sql as $$
  update points_lots l set held = l.held - u.amount from points_lot_uses u
    where u.street_id = s and u.hold_id = one.id and l.street_id = s and l.id = u.lot_id;
  update points_accounts set held = held - one.amount where street_id = s and id = one.payer
$$;

create function points_do_capture(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  one points_holds := points_pending(s, (request->>'hold')::uuid, at, array['redeem', 'help']);
  taken bigint := coalesce((request->>'amount')::bigint, one.amount);
begin
  if taken <= 0 then perform points_refuse('invalid_amount'); end if;
  if taken > one.amount then perform points_refuse('exceeds_hold'); end if;
  perform points_lock(s, array[one.payer, one.payee]);
  perform points_unhold(s, one);
  update points_holds set state = 'captured', captured = taken where street_id = s and id = one.id;
  perform points_post(s, points_transfer(s, command, by, at, one.kind, one.payer, one.payee, taken, one.id));
  with kept as (
    select u.lot_id, u.amount, l.grant_id, l.expires_at,
      sum(u.amount) over (order by l.expires_at, l.grant_id, l.id) - u.amount as before
    from points_lot_uses u join points_lots l on l.street_id = s and l.id = u.lot_id
    where u.street_id = s and u.hold_id = one.id
  ), used as (
    select lot_id, grant_id, expires_at, least(amount, taken - before) as amount from kept where before < taken
  ), spent as (
    update points_lots l set remaining = l.remaining - u.amount from used u
    where l.street_id = s and l.id = u.lot_id
  ), noted as (
    insert into points_lot_uses (street_id, id, lot_id, transfer_id, hold_id, amount)
    select s, gen_random_uuid(), lot_id, command, null, used.amount from used
  )
  insert into points_lots (street_id, id, account_id, grant_id, remaining, held, expires_at)
  select s, gen_random_uuid(), one.payee, grant_id, used.amount, 0, expires_at from used where one.kind = 'help';
  return points_answer(s, one.payer, at, jsonb_build_object('transferId', command));
end $$;

create function points_do_void(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare one points_holds := points_pending(s, (request->>'hold')::uuid, at, array['redeem', 'help', 'notice']);
begin
  perform points_lock(s, array[one.payer]);
  perform points_unhold(s, one);
  update points_holds set state = 'voided' where street_id = s and id = one.id;
  return points_answer(s, one.payer, at, jsonb_build_object('holdId', one.id));
end $$;

create function points_do_lapse(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  one points_holds;
  lapsed points_holds[] := '{}';
begin
  for one in select * from points_holds
    where street_id = s and kind in ('redeem', 'help') and state = 'pending' and due_at <= at
    order by due_at, id limit 200 for update skip locked
  loop lapsed := lapsed || one; end loop;
  perform 1 from points_accounts where street_id = s and id in (select payer from unnest(lapsed))
    order by lock_rank, id for update;
  foreach one in array lapsed loop
    perform points_unhold(s, one);
    update points_holds set state = 'expired' where street_id = s and id = one.id;
  end loop;
  return jsonb_build_object('count', cardinality(lapsed));
end $$;

-- Pools, gifts, expiry -------------------------------------------------------------------------------------------

-- A member into the family's pool, a guardian's split out of it, a gift: points keep the life they have.
create function points_give(s bigint, command uuid, by text, at timestamptz, kind text, giver uuid, taker uuid, amount bigint)
returns jsonb language plpgsql as $$
begin
  if giver = taker then perform points_refuse('forbidden_pair'); end if;
  perform points_lock(s, array[giver, taker]);
  if not points_allowed(kind, points_kind(s, giver), points_kind(s, taker)) then
    perform points_refuse('forbidden_pair');
  end if;
  perform points_spend(s, giver, amount, at, command, case when kind = 'donate' then null else taker end);
  perform points_post(s, points_transfer(s, command, by, at, kind, giver, taker, amount));
  return points_answer(s, giver, at, jsonb_build_object('transferId', command));
end $$;

create function points_do_pool(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language sql as $$
  select points_give(s, command, by, at, 'pool', (request->>'account')::uuid, (request->>'family')::uuid,
    points_amount(request))
$$;

create function points_do_split(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language sql as $$
  select points_give(s, command, by, at, 'split', (request->>'family')::uuid, (request->>'account')::uuid,
    points_amount(request))
$$;

create function points_do_donate(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language sql as $$
  select points_give(s, command, by, at, 'donate', (request->>'account')::uuid, points_sink(s, 'donation', at),
    points_amount(request))
$$;

-- Sweeps what has run out, at most 200 accounts at a time; what is held stays.
create function points_do_expire(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  sink uuid := points_sink(s, 'expired', at);
  accounts uuid[];
  swept bigint;
  givers integer;
begin
  accounts := array(select distinct account_id from points_lots
    where street_id = s and remaining > 0 and remaining > held and expires_at <= at order by account_id limit 200);
  perform 1 from points_accounts where street_id = s and id = any(accounts || sink) order by lock_rank, id for update;
  with due as (
    select id, account_id, remaining - held as amount from points_lots
    where street_id = s and account_id = any(accounts) and remaining > 0 and remaining > held and expires_at <= at
  ), sums as (
    select account_id, gen_random_uuid() as transfer_id, sum(due.amount)::bigint as amount from due group by account_id
  ), moved as (
    insert into points_transfers
    select (points_transfer(s, command, by, at, 'expire', account_id, sink, sums.amount, transfer_id => sums.transfer_id)).*
    from sums
  ), emptied as (
    update points_lots l set remaining = l.held from due where l.street_id = s and l.id = due.id
  ), noted as (
    insert into points_lot_uses (street_id, id, lot_id, transfer_id, hold_id, amount)
    select s, gen_random_uuid(), due.id, sums.transfer_id, null, due.amount from due join sums using (account_id)
  ), taken as (
    update points_accounts a set balance = a.balance - sums.amount from sums
    where a.street_id = s and a.id = sums.account_id
  )
  select coalesce(sum(sums.amount), 0)::bigint, count(*) into swept, givers from sums;
  update points_accounts set balance = balance + swept where street_id = s and id = sink;
  return jsonb_build_object('count', givers, 'amount', swept);
end $$;

-- Reversal -------------------------------------------------------------------------------------------------------

create function points_do_reverse(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare original points_transfers;
begin
  select * into original from points_transfers where street_id = s and id = (request->>'transfer')::uuid;
  if original.id is null or original.kind not in ('grant', 'redeem') then perform points_refuse('not_reversible'); end if;
  perform points_lock(s, array[original.debit, original.credit]);
  if exists (select 1 from points_transfers where street_id = s and reverses = original.id) then
    perform points_refuse('already_reversed');
  end if;
  if original.kind = 'grant' then perform points_take_back(s, original, command);
  else perform points_put_back(s, original); end if;
  perform points_post(s, points_transfer(s, command, by, at, 'reverse_' || original.kind, original.credit,
    original.debit, original.amount, null, original.id));
  return points_answer(s, case original.kind when 'grant' then original.credit else original.debit end, at,
    jsonb_build_object('transferId', command));
end $$;

-- A grant is taken back only whole and only while all of it lies where it was put.
create function points_take_back(s bigint, original points_transfers, command uuid) returns void language plpgsql as $$
declare
  there bigint;
  kept bigint;
begin
  select sum(remaining), sum(held) into there, kept from points_lots
  where street_id = s and grant_id = original.id and account_id = original.credit;
  if there is distinct from original.amount or kept <> 0 then perform points_refuse('already_spent'); end if;
  insert into points_lot_uses (street_id, id, lot_id, transfer_id, hold_id, amount)
  select s, gen_random_uuid(), id, command, null, remaining from points_lots
  where street_id = s and grant_id = original.id and account_id = original.credit and remaining > 0;
  update points_lots set remaining = 0
  where street_id = s and grant_id = original.id and account_id = original.credit;
end $$;

-- Spent points return to the lots they came from, with the expiry those have.
create function points_put_back(s bigint, original points_transfers) returns void language plpgsql as $$
begin
  if exists (select 1 from points_settlement_lines where street_id = s and transfer_id = original.id) then
    perform points_refuse('period_closed');
  end if;
  if (select balance - held from points_accounts where street_id = s and id = original.credit) < original.amount then
    perform points_refuse('payee_insufficient');
  end if;
  update points_lots l set remaining = l.remaining + u.amount from points_lot_uses u
    where u.street_id = s and u.transfer_id = original.id and l.street_id = s and l.id = u.lot_id;
end $$;

-- Settlement -----------------------------------------------------------------------------------------------------

-- Freezes what the merchant captured up to an instant and nobody undid. The same period twice is the same list.
create function points_do_settle_open(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  merchant uuid := (request->>'merchant')::uuid;
  until timestamptz := (request->>'periodEnd')::timestamptz;
  known points_settlements;
begin
  if until > at then perform points_refuse('period_open'); end if;
  perform points_lock(s, array[merchant]);
  if points_kind(s, merchant) <> 'merchant' then perform points_refuse('forbidden_pair'); end if;
  select * into known from points_settlements where street_id = s and merchant_account = merchant and period_end = until;
  if known.id is not null then
    return jsonb_build_object('settlementId', known.id, 'total', known.total);
  end if;
  insert into points_settlements values (s, command, merchant, until, 0, 'open', by, null, null, at, null);
  insert into points_settlement_lines
  select s, command, t.id, t.amount
  from points_transfers t
  where t.street_id = s and t.credit = merchant and t.at < until and t.kind = 'redeem'
    and not exists (select 1 from points_transfers r where r.street_id = s and r.reverses = t.id)
    and not exists (select 1 from points_settlement_lines l where l.street_id = s and l.transfer_id = t.id);
  update points_settlements set total = (
    select coalesce(sum(amount), 0) from points_settlement_lines where street_id = s and settlement_id = command)
    where street_id = s and id = command returning * into known;
  return jsonb_build_object('settlementId', command, 'total', known.total);
end $$;

create function points_settlement(s bigint, wanted uuid) returns points_settlements language plpgsql as $$
declare one points_settlements;
begin
  select * into one from points_settlements where street_id = s and id = wanted for update;
  if one.id is null then perform points_refuse('settlement_not_found'); end if;
  return one;
end $$;

create function points_do_settle_sign(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare one points_settlements := points_settlement(s, (request->>'settlement')::uuid);
begin
  if one.state <> 'open' then perform points_refuse('already_signed'); end if;
  if one.opened_by = by then perform points_refuse('same_person'); end if;
  update points_settlements set state = 'signed', signed_by = by where street_id = s and id = one.id;
  return jsonb_build_object('settlementId', one.id, 'total', one.total);
end $$;

create function points_do_settle_close(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  one points_settlements := points_settlement(s, (request->>'settlement')::uuid);
  sink uuid := points_sink(s, 'settled', at);
begin
  if one.state = 'closed' then perform points_refuse('period_closed'); end if;
  if one.state <> 'signed' then perform points_refuse('approval_required'); end if;
  if coalesce(request->>'paymentRef', '') = '' then perform points_refuse('payment_missing'); end if;
  perform points_lock(s, array[one.merchant_account, sink]);
  if one.total > 0 then
    perform points_post(s, points_transfer(s, command, by, at, 'settle', one.merchant_account, sink, one.total));
  end if;
  update points_settlements set state = 'closed', payment_ref = request->>'paymentRef', closed_at = at
    where street_id = s and id = one.id;
  return jsonb_build_object('settlementId', one.id, 'total', one.total);
end $$;

-- The one door ---------------------------------------------------------------------------------------------------

create function points_do(s bigint, command uuid, by text, at timestamptz, kind text, request jsonb) returns jsonb
language plpgsql as $$
begin
  return case kind
    when 'open_account' then points_do_open_account(s, command, by, at, request)
    when 'close_account' then points_do_close_account(s, command, by, at, request)
    when 'open_programme' then points_do_open_programme(s, command, by, at, request)
    when 'make_rule' then points_do_make_rule(s, command, by, at, request)
    when 'fund' then points_do_fund(s, command, by, at, request)
    when 'return' then points_do_return(s, command, by, at, request)
    when 'grant' then points_do_grant(s, command, by, at, request)
    when 'release' then points_do_release(s, command, by, at, request)
    when 'reserve' then points_do_reserve(s, command, by, at, request)
    when 'capture' then points_do_capture(s, command, by, at, request)
    when 'void' then points_do_void(s, command, by, at, request)
    when 'lapse' then points_do_lapse(s, command, by, at, request)
    when 'pool' then points_do_pool(s, command, by, at, request)
    when 'split' then points_do_split(s, command, by, at, request)
    when 'donate' then points_do_donate(s, command, by, at, request)
    when 'expire' then points_do_expire(s, command, by, at, request)
    when 'reverse' then points_do_reverse(s, command, by, at, request)
    when 'settle_open' then points_do_settle_open(s, command, by, at, request)
    when 'settle_sign' then points_do_settle_sign(s, command, by, at, request)
    when 'settle_close' then points_do_settle_close(s, command, by, at, request)
  end;
exception when sqlstate 'JP001' then
  return jsonb_build_object('error', sqlerrm);
end $$;

-- The answer to a command; to a key that is known, the answer it had. A refusal is remembered as well.
create function points_command(s bigint, command uuid, by text, at timestamptz, kind text, request jsonb) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  known points_commands;
  answer jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended(s::text || command::text, 0));
  select * into known from points_commands c where c.street_id = s and c.id = command;
  if known.id is not null then
    if known.kind <> kind or known.request <> request or known.actor <> by then
      return jsonb_build_object('error', 'idempotency_conflict');
    end if;
    return known.result || jsonb_build_object('replayed', true);
  end if;
  answer := points_do(s, command, by, at, kind, request);
  if answer is null then raise exception 'no points command %', kind; end if;
  insert into points_commands values (s, command, kind, request, by, at, answer);
  return answer;
end $$;
