-- Programmes, activities with sessions and posts, places and who has them, practice lists of a term, groups.

create table programmes (
  street_id bigint not null,
  id uuid not null,
  -- The key by which a pack names it; a programme made here has none.
  brand text,
  name text not null,
  aims text not null,
  area_id uuid not null,
  area_path text collate "C" not null,
  -- Made for children: what the weekly check counts.
  for_children boolean not null,
  status text not null check (status in ('active', 'closed')),
  made_at timestamptz not null,
  updated_by text not null,
  version integer not null,
  primary key (street_id, id)
);
create unique index programmes_brand on programmes (street_id, brand) where brand is not null;
create unique index programmes_name on programmes (street_id, name) where status = 'active';

create table activities (
  street_id bigint not null,
  id uuid not null,
  programme_id uuid,
  category text not null,
  kind text not null check (kind in ('activity', 'call', 'duty')),
  title text not null,
  body text not null,
  area_id uuid not null,
  area_path text collate "C" not null,
  place text not null,
  organiser_id uuid,
  age_min smallint,
  age_max smallint,
  -- A child below this age comes with an adult of the same sign-up.
  accompanied_below smallint,
  languages text[] not null,
  is_for text not null check (is_for in ('volunteers', 'participants')),
  guardian_consent boolean not null,
  photos text not null check (photos in ('none', 'ask')),
  risk_level text not null check (risk_level in ('low', 'medium', 'high')),
  risk_told text,
  insurance text,
  agreement text,
  allotment text not null check (allotment in ('first_come', 'lottery')),
  priority text not null check (priority in ('none', 'never', 'days_90')),
  family_cap smallint check (family_cap between 1 and 20),
  confirm_hours smallint not null check (confirm_hours between 1 and 72),
  state text not null check (state in ('draft', 'published', 'cancelled', 'ended')),
  template boolean not null,
  template_key text,
  copied_from uuid,
  cancel_reason text,
  published_at timestamptz,
  made_at timestamptz not null,
  updated_by text not null,
  updated_at timestamptz not null,
  version integer not null,
  primary key (street_id, id),
  -- What an organiser must have told and arranged (志愿服务条例 12, 16; 北京市志愿服务促进条例 18, 19).
  check (state = 'draft' or risk_level <> 'high' or (risk_told is not null and insurance is not null and agreement is not null)),
  check (state = 'draft' or risk_level <> 'medium' or risk_told is not null)
);
create index activities_state on activities (street_id, state, area_path);
create index activities_programme on activities (street_id, programme_id, state);
create unique index activities_template on activities (street_id, template_key) where template_key is not null;

create table activity_sessions (
  street_id bigint not null,
  id uuid not null,
  activity_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null,
  area_path text collate "C" not null,
  state text not null check (state in ('planned', 'cancelled', 'ended')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  places integer not null check (places between 1 and 100000),
  -- Places given or offered; the row is locked by whoever gives one, so that forty are exactly forty.
  taken integer not null check (taken between 0 and places),
  waiting integer not null check (waiting >= 0),
  -- The last number given to a sign-up; numbers follow the order of arrival.
  arrivals integer not null,
  -- The lottery: what was promised beforehand, what was opened afterwards.
  seed_hash text,
  seed_cipher text,
  seed text,
  drawn_at timestamptz,
  drawn jsonb,
  version integer not null,
  primary key (street_id, id),
  check (ends_at > starts_at),
  check (opens_at < closes_at and closes_at <= ends_at)
);
create index activity_sessions_activity on activity_sessions (street_id, activity_id, starts_at);
create index activity_sessions_when on activity_sessions (street_id, starts_at, area_path) where state = 'planned';
create index activity_sessions_draw on activity_sessions (street_id, closes_at)
  where state = 'planned' and seed_hash is not null and drawn_at is null;

create table activity_posts (
  street_id bigint not null,
  id uuid not null,
  session_id uuid not null,
  position integer not null,
  name text not null,
  duty text not null,
  places integer not null check (places between 1 and 10000),
  taken integer not null check (taken between 0 and places),
  primary key (street_id, id)
);
create index activity_posts_session on activity_posts (street_id, session_id, position);

create table sign_ups (
  street_id bigint not null,
  id uuid not null,
  session_id uuid not null,
  activity_id uuid not null,
  programme_id uuid,
  person_id uuid not null,
  family_id uuid,
  post_id uuid,
  -- Who signed this person up: oneself, a guardian, an adult of the family.
  signed_by uuid not null,
  -- Comes along with a child: takes no place and counts for no cap.
  accompanies boolean not null,
  -- One number for all who came with one tap.
  number integer not null,
  state text not null check (state in
    ('waiting', 'drawn_pending', 'offered', 'confirmed', 'cancelled', 'declined', 'lapsed', 'missed')),
  -- Place in the waiting line.
  rank integer,
  photo text not null check (photo in ('hidden', 'open')),
  consent_by uuid,
  consent_at timestamptz,
  offered_until timestamptz,
  signed_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  -- Copies of the session, to see what else a person has booked.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (street_id, id),
  constraint sign_ups_once unique (street_id, session_id, person_id)
);
create index sign_ups_line on sign_ups (street_id, session_id, state, rank, number);
create index sign_ups_family on sign_ups (street_id, session_id, family_id) where family_id is not null;
create index sign_ups_person on sign_ups (street_id, person_id, starts_at);
create index sign_ups_offers on sign_ups (street_id, offered_until) where state = 'offered';

-- The practice list of a school term (1+1+N).
create table practice_lists (
  street_id bigint not null,
  id uuid not null,
  term text not null,
  title text not null,
  foreword text not null,
  area_id uuid not null,
  area_path text collate "C" not null,
  state text not null check (state in ('draft', 'published')),
  published_at timestamptz,
  made_at timestamptz not null,
  updated_by text not null,
  version integer not null,
  primary key (street_id, id)
);
create index practice_lists_place on practice_lists (street_id, area_path, made_at);

create table practice_items (
  street_id bigint not null,
  list_id uuid not null,
  position integer not null,
  title text not null,
  hours_text text not null,
  programme_id uuid,
  activity_id uuid,
  primary key (street_id, list_id, position)
);

-- What a school gives back: figures of a class, never a pupil's name.
create table class_counts (
  street_id bigint not null,
  list_id uuid not null,
  area_id uuid not null,
  class_name text not null,
  pupils integer not null check (pupils between 0 and 5000),
  reported_by uuid not null,
  reported_at timestamptz not null,
  area_path text collate "C" not null,
  primary key (street_id, list_id, area_id, class_name)
);

-- Hours a school has seen, by nickname and class only.
create table class_confirmations (
  street_id bigint not null,
  id uuid not null,
  list_id uuid not null,
  area_path text collate "C" not null,
  class_name text not null,
  nickname text not null,
  hours numeric(5, 1) not null check (hours > 0 and hours <= 200),
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  primary key (street_id, id),
  constraint class_confirmations_once unique (street_id, list_id, area_path, class_name, nickname)
);

-- The N of 1+1+N: groups outside the platform, who keeps them, how many they reach, where.
create table groups (
  street_id bigint not null,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('family', 'school', 'children', 'residents')),
  owner_name text not null,
  members integer not null check (members between 0 and 100000),
  area_id uuid not null,
  area_path text collate "C" not null,
  status text not null check (status in ('active', 'closed')),
  counted_on date not null,
  updated_by text not null,
  version integer not null,
  primary key (street_id, id)
);
create index groups_place on groups (street_id, area_path, name);

alter table activities add constraint activities_programme_fk
  foreign key (street_id, programme_id) references programmes (street_id, id) on delete restrict;
alter table activity_sessions add constraint activity_sessions_activity_fk
  foreign key (street_id, activity_id) references activities (street_id, id) on delete restrict;
alter table activity_posts add constraint activity_posts_session_fk
  foreign key (street_id, session_id) references activity_sessions (street_id, id) on delete restrict;
alter table sign_ups add constraint sign_ups_session_fk
  foreign key (street_id, session_id) references activity_sessions (street_id, id) on delete restrict;
alter table practice_items add constraint practice_items_list_fk
  foreign key (street_id, list_id) references practice_lists (street_id, id) on delete cascade;
alter table class_counts add constraint class_counts_list_fk
  foreign key (street_id, list_id) references practice_lists (street_id, id) on delete cascade;
alter table class_confirmations add constraint class_confirmations_list_fk
  foreign key (street_id, list_id) references practice_lists (street_id, id) on delete cascade;

-- Takes the sign-ups of one session in the order of the array, each whole or not at all, and answers every member.
-- One entry is what one person tapped: {"family": uuid|null, "by": uuid, "photo": text, "consent": bool, "members":
-- [{"id": uuid (new), "person": uuid, "post": uuid|null, "accompanies": bool}]}.
-- Whether the members may come (age, guardian, time) was checked before; here only places, caps and repetition are.
-- A member who has a live sign-up already is answered with it: a second tap changes nothing.
create function take_sign_ups(street_id bigint, wanted_session uuid, at timestamptz, entries jsonb)
returns table (entry integer, id uuid, person_id uuid, state text, number integer, rank integer, refusal text, fresh boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  s bigint := take_sign_ups.street_id;
  session activity_sessions;
  activity activities;
  one jsonb;
  i integer := -1;
  wanted jsonb;
  wanted_places integer;
  in_family integer;
  given text;
  free boolean;
  has_posts boolean;
begin
  select x.* into session from activity_sessions x where x.street_id = s and x.id = wanted_session for no key update;
  if session.id is null then raise exception 'no such session'; end if;
  select x.* into activity from activities x where x.street_id = s and x.id = session.activity_id;
  has_posts := exists (select 1 from activity_posts p where p.street_id = s and p.session_id = wanted_session);

  for one in select value from jsonb_array_elements(entries) loop
    i := i + 1;
    -- Members who are not in it yet, or were and left.
    select coalesce(jsonb_agg(m.value), '[]') into wanted
      from jsonb_array_elements(one -> 'members') m
      where not exists (select 1 from sign_ups u where u.street_id = s and u.session_id = wanted_session
        and u.person_id = (m.value ->> 'person')::uuid
        and u.state in ('waiting', 'drawn_pending', 'offered', 'confirmed', 'missed'));
    select count(*) into wanted_places from jsonb_array_elements(wanted) m where not (m.value ->> 'accompanies')::boolean;

    if jsonb_array_length(wanted) > 0 then
      refusal := null;
      if activity.state <> 'published' or session.state <> 'planned' then refusal := 'sign_up.cancelled_session';
      elsif at < session.opens_at then refusal := 'sign_up.not_open';
      elsif at >= session.closes_at then refusal := 'sign_up.closed';
      elsif has_posts and exists (select 1 from jsonb_array_elements(wanted) m
          where not (m.value ->> 'accompanies')::boolean and not exists (select 1 from activity_posts p
            where p.street_id = s and p.session_id = wanted_session and p.id = (m.value ->> 'post')::uuid)) then
        refusal := 'sign_up.post_missing';
      elsif activity.family_cap is not null then
        select count(*) into in_family from sign_ups u where u.street_id = s and u.session_id = wanted_session
          and not u.accompanies and u.state in ('waiting', 'drawn_pending', 'offered', 'confirmed')
          and (u.family_id = (one ->> 'family')::uuid
            or (one ->> 'family' is null and u.family_id is null and u.signed_by = (one ->> 'by')::uuid));
        if in_family + wanted_places > activity.family_cap then refusal := 'sign_up.family_cap'; end if;
      end if;
      if refusal is not null then
        return query select i, null::uuid, (m.value ->> 'person')::uuid, null::text, null::integer, null::integer, refusal, false
          from jsonb_array_elements(one -> 'members') m;
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
      insert into sign_ups as u (street_id, id, session_id, activity_id, programme_id, person_id, family_id, post_id,
          signed_by, accompanies, number, state, rank, photo, consent_by, consent_at, offered_until, signed_at,
          confirmed_at, ended_at, starts_at, ends_at)
        select s, (m.value ->> 'id')::uuid, wanted_session, session.activity_id, activity.programme_id,
          (m.value ->> 'person')::uuid, (one ->> 'family')::uuid, (m.value ->> 'post')::uuid, (one ->> 'by')::uuid,
          (m.value ->> 'accompanies')::boolean, session.arrivals, given,
          case when given = 'waiting' then session.arrivals end, one ->> 'photo',
          case when (one ->> 'consent')::boolean then (one ->> 'by')::uuid end,
          case when (one ->> 'consent')::boolean then at end, null, at,
          case when given = 'confirmed' then at end, null, session.starts_at, session.ends_at
        from jsonb_array_elements(wanted) m
        on conflict on constraint sign_ups_once do update set family_id = excluded.family_id,
          post_id = excluded.post_id, signed_by = excluded.signed_by, accompanies = excluded.accompanies,
          number = excluded.number, state = excluded.state, rank = excluded.rank, photo = excluded.photo,
          consent_by = excluded.consent_by, consent_at = excluded.consent_at, offered_until = null,
          signed_at = excluded.signed_at, confirmed_at = excluded.confirmed_at, ended_at = null;
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
    end if;

    return query select i, u.id, u.person_id, u.state, u.number, u.rank, null::text,
        exists (select 1 from jsonb_array_elements(wanted) w where (w.value ->> 'person')::uuid = u.person_id)
      from jsonb_array_elements(one -> 'members') m
      join sign_ups u on u.street_id = s and u.session_id = wanted_session and u.person_id = (m.value ->> 'person')::uuid;
  end loop;

  update activity_sessions x set taken = session.taken, waiting = session.waiting, arrivals = session.arrivals
    where x.street_id = s and x.id = wanted_session;
end $$;
