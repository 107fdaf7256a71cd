-- What is suggested while cases come in: words of danger, the matter a classifier proposed, and the classifiers.

-- Kinds of danger heard in the text, and what was proposed when the case began: learning compares it with the choice.
alter table cases add column alarms text[] not null default '{}';
alter table cases add column suggested_matter text;
alter table cases add column suggested_confidence double precision;
alter table cases add column model_version integer;

-- Open cases by place and by position: cases alike are looked for among them only.
create index cases_open_place on cases (street_id, area_path text_pattern_ops)
  where status not in ('closed', 'rejected', 'withdrawn', 'transferred', 'merged');
create index cases_open_position on cases (street_id, latitude, longitude)
  where latitude is not null and status not in ('closed', 'rejected', 'withdrawn', 'transferred', 'merged');
-- The history of one address, and the lessons of a street, newest first.
create index cases_address on cases (street_id, area_id, reported_at, id);
create index cases_taught on cases (street_id, closed_at) where matter_code is not null and closed_at is not null;
-- Replies that a unit gave before: one sent again word for word is pointed out.
create index cases_answered on cases (street_id, lead_id, finished_at) where result is not null;
-- When the register of places last changed, so that a list of names kept in memory knows when it is old.
create index areas_changed on areas (street_id, changed_at);

-- Phrases by which a street without cases of its own learns the tree of matters.
alter table matters add column examples text[] not null default '{}';

-- A classifier is as confidential as the cases it was learned from; it belongs to one street and is never shipped.
create table case_models (
  street_id bigint not null,
  version integer not null,
  trained_at timestamptz not null,
  -- Lessons in all, and how many of them are the street's own cases.
  lessons integer not null,
  own_lessons integer not null,
  labels integer not null,
  -- On lessons that were held back.
  accuracy double precision not null,
  macro_f1 double precision not null,
  sure_from double precision not null,
  sure_share double precision not null,
  bytes bytea not null,
  primary key (street_id, version)
);

-- What was pasted, to the last character. The digest finds words that were pasted before.
create table case_originals (
  street_id bigint not null,
  case_id uuid not null,
  original text not null,
  digest text not null,
  primary key (street_id, case_id)
);
create index case_originals_digest on case_originals (street_id, digest);

alter table case_models add constraint case_models_street foreign key (street_id) references streets (street_id);
alter table case_originals add constraint case_originals_case
  foreign key (street_id, case_id) references cases (street_id, id) on delete cascade;
