-- What the kind of a case said when it began, where the street has kinds of its own; null means the platform's.
alter table cases add column kind_rules jsonb;
