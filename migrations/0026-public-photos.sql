-- Photos of a solved case that everybody may see: chosen one by one by staff, those of a requester with the own yes.

alter table case_requesters add column photos_public boolean not null default false;

create table case_publication_photos (
  street_id bigint not null,
  publication_id uuid not null,
  file_id uuid not null,
  position integer not null,
  shows text not null check (shows in ('request', 'before', 'after')),
  primary key (street_id, publication_id, file_id)
);
create index case_publication_photos_file on case_publication_photos (street_id, file_id);

alter table case_publication_photos add constraint case_publication_photos_publication
  foreign key (street_id, publication_id) references case_publications (street_id, id) on delete cascade;
alter table case_publication_photos add constraint case_publication_photos_file_fk
  foreign key (street_id, file_id) references files (street_id, id) on delete cascade;

-- 问政: an answered question is public as an answer, whether or not anybody said that it solved something.
alter table case_publications add column asks text not null default 'matter' check (asks in ('matter', 'question'));
create index case_publications_asks on case_publications (street_id, asks, closed_at, id);
