-- The house rules every later table follows. See ARCHITECTURE.md, Tenancy.
revoke all on schema public from public;
grant usage on schema public to asamblea_app, door_keeper, fact_counter, reach_org, reach_lists, reach_counts, reach_public, reach_job;

-- Named functions that sign-in may execute before anyone is known; they run as door_keeper.
create schema door;
revoke all on schema door from public;
grant usage, create on schema door to door_keeper;
grant usage on schema door to asamblea_app;
alter default privileges for role door_keeper revoke execute on functions from public;

-- Off Citus these two do nothing. On a coordinator they must run before foreign keys are added.
create function distribute(target regclass) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_table(target, 'org_id');
  end if;
end
$$;
create function replicate(target regclass) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_reference_table(target);
  end if;
end
$$;

-- A table of one organization: every role sees its own organization's rows and no others.
create procedure protect(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy upkeep on %s for all to asamblea_owner using (true) with check (true)', target);
  execute format($policy$create policy own_organization on %s for all to reach_org, reach_lists, reach_counts, reach_public, reach_job
    using (org_id = nullif(current_setting('app.org', true), '')::uuid)
    with check (org_id = nullif(current_setting('app.org', true), '')::uuid)$policy$, target);
end
$$;

-- The tables about people, so that one function can move somebody between lists in all of them.
create table listed_tables (
  name text primary key,
  person_column text not null
);
select replicate('listed_tables');

-- A table about people: the whole organization for reach_org, the assigned lists for reach_lists, counts for reach_counts.
-- One policy per role and never an OR: at 195,000 people an OR costs 123 ms a page against 2.7 ms.
create procedure protect_listed(target regclass, person_column text) language plpgsql as $$
begin
  insert into listed_tables values (target::text, person_column);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy upkeep on %s for all to asamblea_owner using (true) with check (true)', target);
  execute format($policy$create policy own_organization on %s for all to reach_org, reach_counts, reach_job
    using (org_id = nullif(current_setting('app.org', true), '')::uuid)
    with check (org_id = nullif(current_setting('app.org', true), '')::uuid)$policy$, target);
  execute format($policy$create policy own_lists on %s for all to reach_lists
    using (org_id = nullif(current_setting('app.org', true), '')::uuid and list_ids && nullif(current_setting('app.lists', true), '')::uuid[])
    with check (org_id = nullif(current_setting('app.org', true), '')::uuid and list_ids && nullif(current_setting('app.lists', true), '')::uuid[])$policy$, target);
end
$$;

-- A record of several organizations, named in an immutable list.
create procedure protect_shared(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy upkeep on %s for all to asamblea_owner using (true) with check (true)', target);
  execute format($policy$create policy own_party on %s for all to reach_org, reach_lists, reach_counts, reach_public, reach_job
    using (parties @> array[nullif(current_setting('app.org', true), '')::uuid])
    with check (parties @> array[nullif(current_setting('app.org', true), '')::uuid])$policy$, target);
end
$$;

-- Moves people to lists in every table about them. Runs with the caller's rights: only reach_org may update lists.
create function assign_lists(org uuid, people uuid[], lists uuid[]) returns void language plpgsql as $$
declare
  listed listed_tables;
begin
  for listed in select * from listed_tables order by name loop
    execute format('update %s set list_ids = $3 where org_id = $1 and %I = any($2)', listed.name, listed.person_column)
    using org, people, lists;
  end loop;
end
$$;
grant select on listed_tables to reach_org, reach_job;
grant execute on function assign_lists to reach_org, reach_job;
