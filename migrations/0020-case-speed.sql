-- Cases by the million: each list walks one index in its order, and what a case is found by stands apart, so that a
-- step of a case touches no search index.

-- The community of the place, or the street where the case is not located; follows area_path.
alter table cases add column community_path text not null generated always as (
  '/' || split_part(area_path, '/', 2) || '/'
    || case when split_part(area_path, '/', 3) = '' then '' else split_part(area_path, '/', 3) || '/' end
) stored;
alter table cases add column is_open boolean not null generated always as (
  status not in ('closed', 'rejected', 'withdrawn', 'transferred', 'merged')
) stored;

-- The pairs of characters of title, text and place, each led by the week of the report, so that the newest are
-- looked up first and a common word never reads the whole register.
create table case_search (
  street_id bigint not null,
  case_id uuid not null,
  reported_at timestamptz not null,
  grams text[] not null,
  primary key (street_id, case_id)
);
insert into case_search
  select street_id, id, reported_at, array(
    select floor(extract(epoch from reported_at) / 604800)::integer::text || gram from unnest(search) as gram
  ) from cases;

drop index cases_search;
alter table cases drop column search;
create index case_search_grams on case_search using gin (grams);

create index cases_community on cases (street_id, community_path, due_order, id);
create index cases_community_status on cases (street_id, community_path, status, due_order, id);
create index cases_open on cases (street_id, due_order, id) where is_open;
create index cases_open_community on cases (street_id, community_path, due_order, id) where is_open;
create index cases_lead on cases (street_id, lead_id, due_order, id) where lead_id is not null;
drop index cases_parent;
create index cases_parent on cases (street_id, parent_id) where parent_id is not null;
drop index cases_merged;
create index cases_merged on cases (street_id, merged_into) where merged_into is not null;
drop index case_assignments_place;

-- References, named; none crosses a street.
alter table case_search add constraint case_search_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
