-- Excel in, Excel out: imports of registers, remembered mappings, refused rows; exports and their approval.

create table imports (
  street_id bigint not null,
  id uuid not null,
  register text not null,
  file_name text not null,
  file_digest text not null,
  -- Null once the file has been removed: after the import, or after its keeping time.
  file_key text,
  status text not null check (status in ('uploaded', 'mapped', 'previewed', 'running', 'finished', 'stopped', 'failed')),
  mode text not null check (mode in ('add_and_update', 'add_only')),
  sheets jsonb not null,
  sheet integer not null,
  header_row integer,
  headers jsonb not null,
  header_digest text not null,
  mapping jsonb not null,
  remembered boolean not null,
  rows_total integer,
  -- Row of the sheet at which the next batch begins; advances in the transaction that writes the batch.
  next_row integer not null,
  created integer not null,
  updated integer not null,
  unchanged integer not null,
  duplicate integer not null,
  failed integer not null,
  fault text,
  -- Who runs it, with the posts held at that moment.
  actor jsonb,
  -- Held by the process that runs it; a process that died lets go when the lease runs out.
  lease_token uuid,
  lease_until timestamptz,
  area_path text not null,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  finished_at timestamptz,
  version integer not null,
  primary key (street_id, id)
);
create index imports_by on imports (street_id, uploaded_by, id desc);
create index imports_area on imports (street_id, area_path text_pattern_ops, id desc);
create index imports_status on imports (street_id, status, lease_until);
create index imports_digest on imports (street_id, register, file_digest);

create table import_mappings (
  street_id bigint not null,
  register text not null,
  header_digest text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (street_id, register, header_digest)
);

-- Rows that were not taken. `sealed` holds the cells and faults, encrypted: they are personal data.
create table import_errors (
  street_id bigint not null,
  import_id uuid not null,
  row_number integer not null,
  code text not null,
  column_key text,
  sealed text not null,
  primary key (street_id, import_id, row_number)
);

create table exports (
  street_id bigint not null,
  id uuid not null,
  register text not null,
  filter jsonb not null,
  filter_text text not null,
  reason text not null,
  masked boolean not null,
  status text not null check (status in ('ready', 'waiting', 'approved', 'refused', 'downloaded')),
  area_path text not null,
  requested_by uuid not null,
  requested_by_name text not null,
  requested_by_role text not null,
  requested_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  expires_at timestamptz,
  downloaded_at timestamptz,
  -- Digest of the ticket with which the file may be fetched for some minutes.
  ticket_digest text,
  ticket_until timestamptz,
  version integer not null,
  primary key (street_id, id),
  check (decided_by is null or decided_by <> requested_by)
);
create index exports_by on exports (street_id, requested_by, id desc);
create index exports_area on exports (street_id, status, area_path text_pattern_ops, id desc);

-- References, named; none crosses a street.
alter table imports add constraint imports_street foreign key (street_id) references streets (street_id);
alter table import_errors add constraint import_errors_import
  foreign key (street_id, import_id) references imports (street_id, id) on delete cascade;
alter table exports add constraint exports_street foreign key (street_id) references streets (street_id);
