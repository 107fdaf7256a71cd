-- What a reply says about a matter beside what every reply says: sentences of the pack, by matter or branch and by
-- how the case ended.

create table reply_lines (
  street_id bigint not null,
  matter_code text not null,
  outcome text not null,
  position integer not null,
  sentence text not null,
  primary key (street_id, matter_code, outcome, position)
);

alter table reply_lines
  add constraint reply_lines_matter foreign key (street_id, matter_code)
    references matters (street_id, code) on delete cascade;
