-- Set when two people closed an organization: nobody enters any more, and the server deletes everything of it.
alter table organizations add column closing_at timestamptz;

set role door_keeper;

-- For the server's own timers, which then work inside one organization at a time. Tells neither names nor how many are inside.
create function door.organizations() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from organizations where closing_at is null order by id
$$;

reset role;
grant execute on function door.organizations to asamblea_app;
