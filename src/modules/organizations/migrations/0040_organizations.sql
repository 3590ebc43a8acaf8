-- A group of leaders inside an organization, and when it counts as formed.
create table committees (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('organizing', 'executive', 'section', 'vigilance', 'electoral')),
  state_code text not null,
  sector text not null,
  begun_on date not null,
  acta_on date,
  formed_on date,
  dissolved_on date,
  version int not null default 1,
  primary key (org_id, id)
);
comment on column committees.acta_on is 'the day of the assembly whose acta names this committee';
comment on column committees.formed_on is 'the day on which the agreed criteria were first met';

create table leaders (
  org_id uuid not null references organizations,
  id uuid not null,
  committee_id uuid not null,
  alias text not null,
  post text not null,
  subject_id uuid not null,
  sex text check (sex in ('woman', 'man', 'other')),
  age_band text check (age_band in ('15-29', '30-44', '45-59', '60+')),
  named_on date not null,
  left_on date,
  primary key (org_id, id)
);
comment on column leaders.sex is 'only with the leader''s consent; so is the age band';
create index leaders_of_committee on leaders (org_id, committee_id);

-- When a group counts as formed: agreed with whoever counts it, and kept by the organization.
create table formation_criteria (
  org_id uuid primary key references organizations,
  least_leaders int not null check (least_leaders between 1 and 100),
  needs_acta boolean not null,
  agreed_on date not null
);

-- A single-use code by which another organization may propose something to this one. There is no list of organizations.
create table connections (
  org_id uuid not null references organizations,
  id uuid not null,
  token_hash bytea not null,
  made_by uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (org_id, id)
);
create index connections_token on connections (token_hash);

select distribute('committees'), distribute('leaders'), distribute('formation_criteria'), distribute('connections');
alter table leaders add foreign key (org_id, committee_id) references committees;
call protect('committees');
call protect('leaders');
call protect('formation_criteria');
call protect('connections');
grant select on committees, leaders, formation_criteria to reach_org, reach_lists, reach_counts, reach_job;
grant insert, update on committees, leaders, formation_criteria to reach_org;
grant select, insert, update on connections to reach_org;
grant insert on connections to reach_counts;

create policy keeper on connections for all to door_keeper using (true) with check (true);
grant select, update on connections to door_keeper;
set role door_keeper;

-- Whom a connection code belongs to; it is used up by asking.
create function door.use_connection(token bytea)
returns table (org_id uuid, name text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query update connections c set used_at = now() from organizations o
  where c.token_hash = token and c.used_at is null and c.expires_at > now() and o.id = c.org_id
  returning o.id, o.name;
end
$$;

reset role;
grant execute on function door.use_connection to reach_org;
grant usage on schema door to reach_org;
