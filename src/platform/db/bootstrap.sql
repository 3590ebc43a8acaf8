-- What a PostgreSQL superuser runs once, before the first start. The embedded database does it by itself.
-- Afterwards: create database asamblea owner asamblea_owner; and give the two login roles a password.
do $$
declare
  name text;
begin
  -- Owns the schema: migrates, backs up, restores.
  if not exists (select from pg_roles where rolname = 'asamblea_owner') then
    create role asamblea_owner login;
  end if;
  -- What the running application signs in as. It owns nothing and inherits nothing: it must step through a door.
  if not exists (select from pg_roles where rolname = 'asamblea_app') then
    create role asamblea_app login noinherit;
  end if;
  foreach name in array array['door_keeper', 'fact_counter', 'reach_org', 'reach_lists', 'reach_counts', 'reach_public', 'reach_job'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
  end loop;
end
$$;
grant reach_org, reach_lists, reach_counts, reach_public, reach_job to asamblea_app;
grant door_keeper, fact_counter to asamblea_owner;
