-- The same as take_sign_ups of 0031 with three looks at the table for the whole array instead of three for each entry:
-- what is there is read once, the entries are judged in memory, what they come to is written and read back once.
-- `ahead` is how many wait before an entry that joins the line; null for all others.
drop function take_sign_ups(bigint, uuid, timestamptz, jsonb);

create function take_sign_ups(street_id bigint, wanted_session uuid, at timestamptz, entries jsonb)
returns table (entry integer, id uuid, person_id uuid, state text, number integer, rank integer, ahead integer,
  refusal text, fresh boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  s bigint := take_sign_ups.street_id;
  session activity_sessions;
  activity activities;
  has_posts boolean;
  people uuid[];
  -- Person → true, of those who are in it; family, or signer without one → places held.
  live jsonb;
  held jsonb := '{}';
  -- What the entries come to: {"entry", "given", "number", "ahead", "members"} each, and who gets nothing and why.
  givings jsonb[] := '{}';
  refusals jsonb[] := '{}';
  -- Person → id of the sign-up just made.
  ids jsonb;
  one jsonb;
  i integer := -1;
  wanted jsonb;
  wanted_places integer;
  holder text;
  why text;
  given text;
  free boolean;
begin
  select x.* into session from activity_sessions x where x.street_id = s and x.id = wanted_session for no key update;
  if session.id is null then raise exception 'no such session'; end if;
  select x.* into activity from activities x where x.street_id = s and x.id = session.activity_id;
  has_posts := exists (select 1 from activity_posts p where p.street_id = s and p.session_id = wanted_session);
  people := array(select (m.value ->> 'person')::uuid
    from jsonb_array_elements(entries) e, jsonb_array_elements(e.value -> 'members') m);
  -- Person by person: a plan that was made while the line was empty would read the whole of it.
  select coalesce(jsonb_object_agg(u.person_id, true), '{}') into live
    from unnest(people) p(id) cross join lateral (select x.person_id, x.state from sign_ups x
      where x.street_id = s and x.session_id = wanted_session and x.person_id = p.id limit 1) u
    where u.state in ('waiting', 'drawn_pending', 'offered', 'confirmed', 'missed');
  if activity.family_cap is not null then
    select coalesce(jsonb_object_agg(h.holder, h.n), '{}') into held from (
      select coalesce(u.family_id, u.signed_by) as holder, count(*) as n from sign_ups u
      where u.street_id = s and u.session_id = wanted_session and not u.accompanies
        and u.state in ('waiting', 'drawn_pending', 'offered', 'confirmed')
        and coalesce(u.family_id, u.signed_by) = any(array(
          select coalesce(e.value ->> 'family', e.value ->> 'by')::uuid from jsonb_array_elements(entries) e))
      group by 1) h;
  end if;

  for one in select value from jsonb_array_elements(entries) loop
    i := i + 1;
    -- Members who are not in it yet, or were and left.
    select coalesce(jsonb_agg(m.value), '[]'), count(*) filter (where not (m.value ->> 'accompanies')::boolean)
      into wanted, wanted_places
      from jsonb_array_elements(one -> 'members') m where not live ? (m.value ->> 'person');
    continue when jsonb_array_length(wanted) = 0;

    holder := coalesce(one ->> 'family', one ->> 'by');
    why := null;
    if activity.state <> 'published' or session.state <> 'planned' then why := 'sign_up.cancelled_session';
    elsif at < session.opens_at then why := 'sign_up.not_open';
    elsif at >= session.closes_at then why := 'sign_up.closed';
    elsif has_posts and exists (select 1 from jsonb_array_elements(wanted) m
        where not (m.value ->> 'accompanies')::boolean and not exists (select 1 from activity_posts p
          where p.street_id = s and p.session_id = wanted_session and p.id = (m.value ->> 'post')::uuid)) then
      why := 'sign_up.post_missing';
    elsif coalesce((held ->> holder)::integer, 0) + wanted_places > activity.family_cap then
      why := 'sign_up.family_cap';
    end if;
    if why is not null then
      refusals := array_append(refusals, jsonb_build_object('entry', i, 'why', why));
      continue;
    end if;

    if activity.allotment = 'lottery' then given := 'drawn_pending';
    else
      -- Who came together stays together. Free places are offered at once to the first who wait and fit, so whoever
      -- fits now passes nobody who would have fitted.
      free := session.taken + wanted_places <= session.places;
      if free and has_posts then
        free := not exists (
          select 1 from (select (m.value ->> 'post')::uuid as post, count(*) as n
              from jsonb_array_elements(wanted) m where not (m.value ->> 'accompanies')::boolean group by 1) w
            join activity_posts p on p.street_id = s and p.id = w.post
          where p.taken + w.n > p.places);
      end if;
      given := case when free then 'confirmed' else 'waiting' end;
    end if;

    session.arrivals := session.arrivals + 1;
    givings := array_append(givings, jsonb_build_object('entry', i, 'given', given, 'number', session.arrivals,
      'ahead', case when given = 'waiting' then session.waiting end, 'members', wanted));
    live := live || (select jsonb_object_agg(m.value ->> 'person', true) from jsonb_array_elements(wanted) m);
    held := held || jsonb_build_object(holder, coalesce((held ->> holder)::integer, 0) + wanted_places);
    if given = 'confirmed' then
      session.taken := session.taken + wanted_places;
      if has_posts then
        update activity_posts p set taken = p.taken + w.n
          from (select (m.value ->> 'post')::uuid as post, count(*)::integer as n
            from jsonb_array_elements(wanted) m where not (m.value ->> 'accompanies')::boolean group by 1) w
          where p.street_id = s and p.id = w.post;
      end if;
    elsif given = 'waiting' then session.waiting := session.waiting + wanted_places;
    end if;
  end loop;

  with made as (
    insert into sign_ups as u (street_id, id, session_id, activity_id, programme_id, person_id, family_id, post_id,
        signed_by, accompanies, number, state, rank, photo, consent_by, consent_at, offered_until, signed_at,
        confirmed_at, ended_at, starts_at, ends_at)
      select s, (m.value ->> 'id')::uuid, wanted_session, session.activity_id, activity.programme_id,
        (m.value ->> 'person')::uuid, (e.value ->> 'family')::uuid, (m.value ->> 'post')::uuid,
        (e.value ->> 'by')::uuid, (m.value ->> 'accompanies')::boolean, (g.value ->> 'number')::integer,
        g.value ->> 'given', case when g.value ->> 'given' = 'waiting' then (g.value ->> 'number')::integer end,
        e.value ->> 'photo', case when (e.value ->> 'consent')::boolean then (e.value ->> 'by')::uuid end,
        case when (e.value ->> 'consent')::boolean then at end, null, at,
        case when g.value ->> 'given' = 'confirmed' then at end, null, session.starts_at, session.ends_at
      from unnest(givings) g(value)
        cross join lateral (select entries -> (g.value ->> 'entry')::integer as value) e
        cross join jsonb_array_elements(g.value -> 'members') m
      on conflict on constraint sign_ups_once do update set family_id = excluded.family_id,
        post_id = excluded.post_id, signed_by = excluded.signed_by, accompanies = excluded.accompanies,
        number = excluded.number, state = excluded.state, rank = excluded.rank, photo = excluded.photo,
        consent_by = excluded.consent_by, consent_at = excluded.consent_at, offered_until = null,
        signed_at = excluded.signed_at, confirmed_at = excluded.confirmed_at, ended_at = null
    returning u.person_id, u.id
  ) select coalesce(jsonb_object_agg(made.person_id, made.id), '{}') into ids from made;
  update activity_sessions x set taken = session.taken, waiting = session.waiting, arrivals = session.arrivals
    where x.street_id = s and x.id = wanted_session;

  -- Who was in it before is looked for one by one: a plan made while the line was empty would read the whole of it.
  return query
    with refused as (
      select (r.value ->> 'entry')::integer as i, r.value ->> 'why' as why from unnest(refusals) r(value)
    ), came as (
      select (g.value ->> 'entry')::integer as i, g.value ->> 'given' as state, (g.value ->> 'number')::integer as number,
        (g.value ->> 'ahead')::integer as ahead, m.value ->> 'person' as person
      from unnest(givings) g(value), jsonb_array_elements(g.value -> 'members') m
    ), asked as (
      select (e.ordinality - 1)::integer as i, m.ordinality as place, m.value ->> 'person' as person
      from jsonb_array_elements(entries) with ordinality e,
        jsonb_array_elements(e.value -> 'members') with ordinality m
    )
    select a.i, coalesce(u.id, case when c.person is not null then (ids ->> c.person)::uuid end), a.person::uuid,
      coalesce(u.state, c.state), coalesce(u.number, c.number),
      coalesce(u.rank, case when c.state = 'waiting' then c.number end), c.ahead, r.why, c.person is not null
    from asked a
      left join refused r on r.i = a.i
      left join came c on c.i = a.i and c.person = a.person
      left join lateral (select x.id, x.state, x.number, x.rank from sign_ups x
        where c.person is null and r.why is null
          and x.street_id = s and x.session_id = wanted_session and x.person_id = a.person::uuid limit 1) u on true
    order by a.i, a.place;
end $$;
