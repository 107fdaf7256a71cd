-- A list of one grid walks its community by date; with the place in the index the walk touches no case that lies
-- elsewhere.
drop index cases_community;
create index cases_community on cases (street_id, community_path, due_order, id) include (area_path);
drop index cases_community_status;
create index cases_community_status on cases (street_id, community_path, status, due_order, id) include (area_path);
drop index cases_open_community;
create index cases_open_community on cases (street_id, community_path, due_order, id) include (area_path) where is_open;
