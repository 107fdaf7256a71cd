-- Territory: the area tree of a street, boundaries with history, what stands on the sheet of a grid.

-- Types of grid with their colours, as this street calls them.
create table grid_types (
  street_id bigint not null,
  code text not null,
  label text not null,
  color text not null,
  position integer not null,
  primary key (street_id, code)
);

-- `path` joins the codes from the street down with slashes, itself included; a subtree is a prefix.
-- It is collated "C" so that a plain index serves both the prefix and the order of the tree.
create table areas (
  street_id bigint not null,
  id uuid not null,
  level text not null check (level in ('street', 'community', 'big_grid', 'grid', 'estate', 'building', 'entrance')),
  level_rank smallint not null,
  kind text,
  code text collate "C" not null,
  name text not null,
  aliases text[] not null,
  parent_id uuid,
  path text collate "C" not null,
  grid_type text,
  households_declared integer check (households_declared >= 0),
  note text not null,
  valid_from date not null,
  valid_to date,
  version integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (street_id, id),
  unique (street_id, code),
  unique (street_id, path),
  check (valid_to >= valid_from)
);
create index areas_parent on areas (street_id, parent_id);
create index areas_level on areas (street_id, level, path);

-- One row per drawing of a border. Closed when the next one begins; never changed otherwise.
create table area_boundaries (
  street_id bigint not null,
  id uuid not null,
  area_id uuid not null,
  valid_from date not null,
  valid_to date,
  geometry jsonb not null,
  area_m2 bigint not null,
  label_longitude double precision not null,
  label_latitude double precision not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  datum_of_source text not null,
  schematic boolean not null,
  source text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (street_id, id),
  check (valid_to >= valid_from)
);
-- Only one border is in force.
create unique index area_boundaries_current on area_boundaries (street_id, area_id) where valid_to is null;
create index area_boundaries_area on area_boundaries (street_id, area_id, valid_from);
create index area_boundaries_box on area_boundaries (street_id, west, east) where valid_to is null;

-- What is marked on the sheet of a grid. Places and offices only, never a person.
create table area_resources (
  street_id bigint not null,
  id uuid not null,
  area_id uuid not null,
  area_path text collate "C" not null,
  kind text not null,
  name text not null,
  longitude double precision,
  latitude double precision,
  public_phone text,
  note text not null,
  removed_on date,
  version integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (street_id, id)
);
create index area_resources_path on area_resources (street_id, area_path);

-- References, named; none crosses a street.
alter table grid_types add constraint grid_types_street foreign key (street_id) references streets (street_id);
alter table areas add constraint areas_street foreign key (street_id) references streets (street_id);
alter table areas add constraint areas_parent_area foreign key (street_id, parent_id) references areas (street_id, id);
alter table areas add constraint areas_grid_type foreign key (street_id, grid_type) references grid_types (street_id, code);
alter table area_boundaries add constraint area_boundaries_of_area foreign key (street_id, area_id) references areas (street_id, id);
alter table area_resources add constraint area_resources_of_area foreign key (street_id, area_id) references areas (street_id, id);
