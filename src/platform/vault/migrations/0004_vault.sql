-- One data key per organization, encrypted with the key-encryption key, which is never in the database.
create table org_keys (
  org_id uuid primary key references organizations,
  sealed bytea not null,
  sealed_with text not null,
  created_at timestamptz not null default now()
);
comment on column org_keys.sealed_with is 'fingerprint of the key-encryption key';
select distribute('org_keys');
call protect('org_keys');
grant select on org_keys to reach_org, reach_lists, reach_counts, reach_public, reach_job;

create policy keeper on org_keys for insert to door_keeper with check (true);
grant insert on org_keys to door_keeper;
set role door_keeper;

-- The first organization of an empty server. Refused once there is one: later ones are added by the server command.
create function door.found_organization(org uuid, org_name text, org_kind text, zone text, sealed_key bytea, sealed_by text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from organizations) then raise 'there is an organization already'; end if;
  insert into organizations (id, name, kind, time_zone) values (org, org_name, org_kind, zone);
  insert into org_keys (org_id, sealed, sealed_with) values (org, sealed_key, sealed_by);
end
$$;

reset role;
grant execute on function door.found_organization to asamblea_app;
