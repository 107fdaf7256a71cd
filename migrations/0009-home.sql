-- Home: which community somebody chose whose home the register does not know.

create table home_choices (
  street_id bigint not null,
  account_id uuid not null,
  area_id uuid not null,
  chosen_at timestamptz not null,
  primary key (street_id, account_id)
);
create index home_choices_area on home_choices (street_id, area_id);

alter table home_choices add constraint home_choices_account
  foreign key (street_id, account_id) references accounts (street_id, id) on delete cascade;
alter table home_choices add constraint home_choices_area_known
  foreign key (street_id, area_id) references areas (street_id, id) on delete restrict;
