-- Many grants in one call, and the view that must be empty.

-- Grants of one rule without notice or approval, judged one by one but written as sets: net sums per account, one
-- change of the budget. Null when the set form does not fit; the caller then goes one by one.
create function points_grant_set(s bigint, by text, at timestamptz, rule points_rules, items jsonb) returns jsonb
language plpgsql as $$
declare
  budget uuid := points_budget(s, rule.programme_id);
  expiry timestamptz := points_expiry(rule, at);
  total bigint;
  judged jsonb;
begin
  -- Evidence first, in one order for everybody.
  insert into points_evidence
  select s, i.request->>'evidence', rule.id, i.id from jsonb_to_recordset(items) i(id uuid, request jsonb)
  order by i.request->>'evidence', i.id on conflict do nothing;

  perform 1 from points_accounts where street_id = s and (id = budget or id in (
    select (i.request->>'account')::uuid from jsonb_to_recordset(items) i(request jsonb)))
  order by lock_rank, id for update;

  with item as (
    select i.ord, (i.item->>'id')::uuid as id, (i.item->'request'->>'account')::uuid as account,
      i.item->'request'->>'evidence' as evidence, (i.item->'request'->>'quantity')::bigint as quantity
    from jsonb_array_elements(items) with ordinality i(item, ord)
  ), base as (
    select i.*, case
        when coalesce(i.quantity, 0) / rule.per * rule.points <= 0 then 'invalid_amount'
        when e.command_id is null then 'evidence_already_used'
        when a.id is null then 'account_not_found'
        when a.status <> 'open' then 'account_closed'
        when not points_allowed('grant', 'budget', a.kind) then 'forbidden_pair' end as refused,
      i.quantity / rule.per * rule.points as asked
    from item i
    left join points_evidence e on e.street_id = s and e.evidence_id = i.evidence and e.rule_id = rule.id
      and e.command_id = i.id
    left join points_accounts a on a.street_id = s and a.id = i.account
  ), running as (
    select b.*, points_cap_left(s, rule, b.account, at) - (coalesce(sum(b.asked) filter (where b.refused is null)
      over (partition by b.account order by b.ord rows between unbounded preceding and 1 preceding), 0)) as left_today
    from base b
  )
  select jsonb_agg(jsonb_build_object('ord', ord, 'id', id, 'account', account, 'evidence', evidence,
      'quantity', quantity,
      'refused', case when refused is null and left_today <= 0 then 'cap_reached' else refused end,
      'amount', least(asked, left_today)) order by ord),
    coalesce(sum(least(asked, left_today)) filter (where refused is null and coalesce(left_today, 1) > 0), 0)
  into judged, total from running;

  if points_available(s, budget, at) < total then return null; end if;

  delete from points_evidence e using jsonb_to_recordset(judged) j(id uuid, evidence text, refused text)
    where j.refused is not null and e.street_id = s and e.evidence_id = j.evidence and e.rule_id = rule.id
      and e.command_id = j.id;
  insert into points_transfers
  select s, j.id, 'grant', budget, j.account, j.amount, null, null, j.evidence, rule.id, rule.version, j.quantity, at, by, j.id
  from jsonb_to_recordset(judged) j(id uuid, account uuid, amount bigint, evidence text, quantity bigint, refused text)
  where j.refused is null;
  insert into points_lots
  select s, gen_random_uuid(), j.account, j.id, j.amount, 0, expiry
  from jsonb_to_recordset(judged) j(id uuid, account uuid, amount bigint, refused text) where j.refused is null;
  insert into points_cap_counters
  select s, rule.id, j.account, p.period, sum(j.amount)
  from jsonb_to_recordset(judged) j(account uuid, amount bigint, refused text)
  cross join (values (points_day(at), rule.day_cap), (left(points_day(at), 4), rule.year_cap)) p(period, cap)
  where j.refused is null and p.cap is not null group by j.account, p.period
  on conflict (street_id, rule_id, account_id, period) do update set used = points_cap_counters.used + excluded.used;
  update points_accounts a set balance = a.balance + j.amount
  from (select account, sum(amount)::bigint as amount
    from jsonb_to_recordset(judged) j(account uuid, amount bigint, refused text)
    where refused is null group by account) j
  where a.street_id = s and a.id = j.account;
  update points_accounts set balance = balance - total where street_id = s and id = budget;
  return judged;
end $$;

-- Up to 100 commands {id, kind, request} of one actor; each is answered for itself, in order.
create function points_batch(s bigint, by text, at timestamptz, commands jsonb) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  rule points_rules;
  judged jsonb;
  answers jsonb;
begin
  if jsonb_array_length(commands) > 100 then raise exception 'a batch holds at most 100 commands'; end if;
  rule := points_set_rule(s, commands);
  if rule.id is not null then
    begin
      judged := points_grant_set(s, by, at, rule, commands);
      if judged is null then perform points_refuse('one_by_one'); end if;
      with answered as (
        select j.ord, j.id, case when j.refused is not null then jsonb_build_object('error', j.refused)
          else jsonb_build_object('transferId', j.id, 'amount', j.amount) end as result
        from jsonb_to_recordset(judged) j(ord int, id uuid, amount bigint, refused text)
      ), kept as (
        insert into points_commands
        select s, a.id, 'grant', commands->(a.ord - 1)->'request', by, at, a.result from answered a
      )
      select jsonb_agg(result order by ord) into answers from answered;
      return answers;
    exception when sqlstate 'JP001' then
      null; -- the budget does not reach for all: one by one says for whom it does
    end;
  end if;
  select jsonb_agg(points_command(s, (c.item->>'id')::uuid, by, at, c.item->>'kind', c.item->'request') order by c.ord)
  into answers from jsonb_array_elements(commands) with ordinality c(item, ord);
  return answers;
end $$;

-- The rule all the commands grant by, when they can be written as one set and none of them is known.
create function points_set_rule(s bigint, commands jsonb) returns points_rules language plpgsql as $$
declare
  rule points_rules;
  rules integer;
begin
  select count(distinct coalesce(c.request->>'rule', '')) into rules
  from jsonb_to_recordset(commands) c(request jsonb);
  if rules <> 1 then return null; end if;
  if exists (select 1 from jsonb_to_recordset(commands) c(id uuid, kind text)
    where c.kind <> 'grant' or exists (select 1 from points_commands k where k.street_id = s and k.id = c.id)) then
    return null;
  end if;
  -- The same key or the same evidence twice is judged in order.
  if (select least(count(distinct id), count(distinct request->>'evidence'))
    from jsonb_to_recordset(commands) c(id uuid, request jsonb)) < jsonb_array_length(commands) then return null; end if;
  select * into rule from points_rules r where r.street_id = s and r.id = (commands->0->'request'->>'rule')::uuid
    order by r.version desc limit 1;
  if rule.notice_days > 0 or rule.approval_above is not null then return null; end if;
  return rule;
end $$;

-- What must never be: invariants I1 to I12, J8, J9 and J10 of points.md as sets. No row, no fault.
create view points_violations as
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
  join points_accounts d on d.street_id = t.street_id and d.id = t.debit
  join points_accounts c on c.street_id = t.street_id and c.id = t.credit
  where not points_allowed(t.kind, d.kind, c.kind)
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
