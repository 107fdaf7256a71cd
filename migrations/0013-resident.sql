-- What requesters do: follow, rate, report again; and what of a solved case is open to everybody.

-- How somebody came to be a requester: own, follow, merge. Those merged in keep their own case in their list.
alter table case_requesters add column way text not null default 'own';

-- One line for each requester asked in a round. The link is kept as a hash only; it opens once.
create table case_ratings (
  street_id bigint not null,
  case_id uuid not null,
  round integer not null,
  requester_id uuid not null,
  token_hash text,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  solved text,
  satisfaction text,
  primary key (street_id, case_id, round, requester_id),
  constraint case_ratings_token unique (street_id, token_hash)
);

-- A case that goes on from an ended one.
create table case_repeats (
  street_id bigint not null,
  case_id uuid not null,
  earlier_id uuid not null,
  primary key (street_id, case_id)
);
create index case_repeats_earlier on case_repeats (street_id, earlier_id);

-- The words that staff confirmed for everybody to read. No name, no phone, no room.
create table case_publications (
  street_id bigint not null,
  id uuid not null,
  case_id uuid not null,
  title text not null,
  asked text not null,
  done text not null,
  words text not null,
  search text[] not null,
  matter_code text,
  community_id uuid,
  reported_at timestamptz not null,
  closed_at timestamptz not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (street_id, id),
  constraint case_publications_once unique (street_id, case_id)
);
create index case_publications_newest on case_publications (street_id, closed_at, id);
create index case_publications_community on case_publications (street_id, community_id, closed_at, id);
create index case_publications_search on case_publications using gin (search);

alter table case_ratings add constraint case_ratings_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table case_repeats add constraint case_repeats_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
alter table case_repeats add constraint case_repeats_earlier_case
  foreign key (street_id, earlier_id) references cases (street_id, id) on delete cascade;
alter table case_publications add constraint case_publications_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
