-- What the planner knows of a table comes from ANALYZE, which autovacuum runs a minute after a load was committed.
-- Whoever loads a register asks for it at once: until then every index looks equally good and look-ups read all rows.
-- The application role owns no table, so it may analyze only through this function of the owner.
create function refresh_statistics() returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  known record;
begin
  for known in select tablename from pg_catalog.pg_tables where schemaname = 'public' order by tablename loop
    execute pg_catalog.format('analyze public.%I', known.tablename);
  end loop;
end
$$;

revoke all on function refresh_statistics() from public;
grant execute on function refresh_statistics() to jia_app;
