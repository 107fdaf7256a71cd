-- A single command of the ledger with fewer statements: accounts are looked at once, in the lock that is needed anyway,
-- and everything a command writes is one statement. Answers and refusals are what they were.

-- A member into the family's pool, a guardian's split out of it, a gift: points keep the life they have. Earliest
-- expiry goes first. Nothing is written unless all of it can be.
create or replace function points_give(s bigint, command uuid, by text, at timestamptz, kind text, giver uuid, taker uuid, amount bigint)
returns jsonb language plpgsql as $$
declare
  wanted bigint := amount;
  pair record;
  usable bigint;
begin
  if giver = taker then perform points_refuse('forbidden_pair'); end if;
  select count(*) as count, bool_and(a.status = 'open') as open, max(a.kind) filter (where a.id = giver) as gives,
    max(a.kind) filter (where a.id = taker) as takes, max(a.balance) filter (where a.id = giver) as balance into pair
  from (select * from points_accounts o where o.street_id = s and o.id in (giver, taker)
    order by o.lock_rank, o.id for no key update) a;
  if pair.count < 2 then perform points_refuse('account_not_found'); end if;
  if not pair.open then perform points_refuse('account_closed'); end if;
  if not points_allowed(kind, pair.gives, pair.takes) then perform points_refuse('forbidden_pair'); end if;
  with free as (
    select id, grant_id, expires_at, remaining - held as points,
      sum(remaining - held) over (order by expires_at, grant_id, id) - (remaining - held) as before
    from points_lots
    where street_id = s and account_id = giver and remaining > held and expires_at > at
  ), there as (
    select coalesce(sum(free.points), 0)::bigint as points from free
  ), taken as (
    select id, grant_id, expires_at, least(free.points, wanted - before) as points from free, there
    where before < wanted and there.points >= wanted
  ), spent as (
    update points_lots l set remaining = l.remaining - t.points from taken t where l.street_id = s and l.id = t.id
  ), noted as (
    insert into points_lot_uses (street_id, id, lot_id, transfer_id, hold_id, amount)
    select s, gen_random_uuid(), id, command, null, taken.points from taken
  ), carried as (
    insert into points_lots (street_id, id, account_id, grant_id, remaining, held, expires_at)
    select s, gen_random_uuid(), taker, grant_id, taken.points, 0, expires_at from taken where kind <> 'donate'
  ), booked as (
    insert into points_transfers
    select s, command, kind, giver, taker, wanted, null, null, null, null, null, null, at, by, command from there
    where there.points >= wanted
  ), moved as (
    update points_accounts a set balance = a.balance + case a.id when giver then -wanted else wanted end from there
    where there.points >= wanted and a.street_id = s and a.id in (giver, taker)
  )
  select there.points into usable from there;
  if usable < wanted then perform points_refuse('insufficient_available'); end if;
  return jsonb_build_object('transferId', command, 'balance', pair.balance - wanted, 'available', usable - wanted);
end $$;

-- The budget is locked by its own change, before the mint: the order of all commands.
create or replace function points_do_fund(s bigint, command uuid, by text, at timestamptz, request jsonb) returns jsonb
language plpgsql as $$
declare
  wanted bigint := points_amount(request);
  programme uuid := (request->>'programme')::uuid;
  mint uuid := points_sink(s, 'mint', at);
  budget points_accounts;
begin
  update points_accounts a set balance = a.balance + wanted from points_programmes p
    where p.street_id = s and p.id = programme and a.street_id = s and a.id = p.budget_id and a.status = 'open'
    returning a.* into budget;
  if not found then
    perform points_budget(s, programme);
    perform points_refuse('account_closed');
  end if;
  with booked as (
    insert into points_transfers values (s, command, 'fund', mint, budget.id, wanted, null, null, null, null, null, null,
      at, by, command)
  ), funded as (
    update points_programmes p set funded = p.funded + wanted where p.street_id = s and p.id = programme
  )
  update points_accounts a set balance = a.balance - wanted
    where a.street_id = s and a.id = mint and a.status = 'open';
  if not found then perform points_refuse('account_closed'); end if;
  return jsonb_build_object('transferId', command, 'balance', budget.balance, 'available', budget.balance - budget.held);
end $$;

drop function points_spend(bigint, uuid, bigint, timestamptz, uuid, uuid);

-- Keeps points of one account, earliest expiry first; nothing is written unless all of it can be.
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
  with free as (
    select id, remaining - held as points,
      sum(remaining - held) over (order by expires_at, grant_id, id) - (remaining - held) as before
    from points_lots
    where street_id = s and account_id = payer and remaining > held and expires_at > at
  ), there as (
    select coalesce(sum(free.points), 0)::bigint as points from free
  ), taken as (
    select id, least(free.points, wanted - before) as points from free, there
    where before < wanted and there.points >= wanted
  ), kept as (
    update points_lots l set held = l.held + t.points from taken t where l.street_id = s and l.id = t.id
  ), noted as (
    insert into points_lot_uses (street_id, id, lot_id, transfer_id, hold_id, amount)
    select s, gen_random_uuid(), id, null, command, taken.points from taken
  ), reserved as (
    insert into points_holds
    select s, command, purpose, payer, receiver, wanted, 0, 'pending', at,
      at + make_interval(secs => (request->>'ttl')::int), null, null, null, null, by
    from there where there.points >= wanted
  ), marked as (
    update points_accounts a set held = a.held + wanted from there
    where there.points >= wanted and a.street_id = s and a.id = payer
  )
  select there.points into usable from there;
  if usable < wanted then perform points_refuse('insufficient_available'); end if;
  return jsonb_build_object('holdId', command, 'balance', giver.balance, 'available', usable - wanted);
end $$;

-- What was kept is given back and spent in one go.
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
  ), carried as (
    insert into points_lots (street_id, id, account_id, grant_id, remaining, held, expires_at)
    select s, gen_random_uuid(), one.payee, grant_id, used.spent, 0, expires_at from used
    where one.kind = 'help' and used.spent > 0
  ), booked as (
    insert into points_transfers values (s, command, one.kind, one.payer, one.payee, taken, one.id, null, null, null, null,
      null, at, by, command)
  ), resolved as (
    update points_holds h set state = 'captured', captured = taken where h.street_id = s and h.id = one.id
  ), moved as (
    update points_accounts a set balance = a.balance + case a.id when one.payer then -taken else taken end,
      held = a.held - case a.id when one.payer then one.amount else 0 end
    where a.street_id = s and a.id in (one.payer, one.payee) returning a.id, a.balance
  )
  select m.balance into left_over from moved m where m.id = one.payer;
  return jsonb_build_object('transferId', command, 'balance', left_over, 'available', points_available(s, one.payer, at));
end $$;

-- A command reaches its rows by their keys. A plan that a connection made while a table was empty would read it whole
-- for as long as it is kept.
alter function points_command(bigint, uuid, text, timestamptz, text, jsonb) set enable_seqscan = off;
alter function points_batch(bigint, text, timestamptz, jsonb) set enable_seqscan = off;
