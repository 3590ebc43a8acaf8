-- Something held for people: a training, an assembly, an exchange. Several organizations may hold it together: each has a row
-- of its own under one shared_id, and it is counted once.
create table activities (
  org_id uuid not null references organizations,
  id uuid not null,
  shared_id uuid not null,
  host_name text not null,
  kind text not null check (kind in ('training', 'assembly', 'exchange', 'visit', 'meeting')),
  topic text not null,
  title text not null,
  held_on date not null,
  place text not null,
  state_code text not null,
  sector text not null,
  audience text not null check (audience in ('all', 'women', 'youth')),
  door_hash bytea,
  door_until timestamptz,
  join_hash bytea,
  closed_at timestamptz,
  cancelled_at timestamptz,
  version int not null default 1,
  created_by uuid not null,
  primary key (org_id, id)
);
comment on column activities.door_hash is 'digest of what the QR at the door carries';
comment on column activities.join_hash is 'digest of the code by which another organization joins';
create index activities_door on activities (door_hash) where door_hash is not null;
create index activities_join on activities (join_hash) where join_hash is not null;

-- Who of the organization's own people came. Attendance belongs to the attendee's organization.
create table attendance (
  org_id uuid not null references organizations,
  activity_id uuid not null,
  person_id uuid not null,
  list_ids uuid[] not null,
  method text not null check (method in ('list', 'door')),
  fact_id uuid not null,
  noted_by uuid not null,
  noted_at timestamptz not null default now(),
  primary key (org_id, activity_id, person_id)
);

-- Somebody counted at the door without a name: one row a tap or a scan, without a time, so that it says nothing of who.
create table door_counts (
  org_id uuid not null references organizations,
  id uuid not null,
  activity_id uuid not null,
  people int not null check (people between -500 and 500),
  by_scan boolean not null,
  primary key (org_id, id)
);
create index door_counts_of_activity on door_counts (org_id, activity_id);

-- Somebody at the door who wants to be sought out: sealed until somebody of the organization takes it up.
create table sign_ups (
  org_id uuid not null references organizations,
  id uuid not null,
  activity_id uuid not null,
  handle bytea not null,
  phone bytea,
  primary key (org_id, id)
);
create index sign_ups_open on sign_ups (org_id, activity_id);

-- What those who came thought of it: no person, no time, and read only together.
create table evaluations (
  org_id uuid not null references organizations,
  id uuid not null,
  activity_id uuid not null,
  useful smallint not null check (useful between 1 and 5),
  clear smallint not null check (clear between 1 and 5),
  will_use boolean not null,
  primary key (org_id, id)
);
create index evaluations_of_activity on evaluations (org_id, activity_id);

-- The pages on which somebody told about themselves, so that sending again counts once; what they told is only in the sums.
create table answered_pages (
  org_id uuid not null references organizations,
  id uuid not null,
  activity_id uuid not null,
  primary key (org_id, id)
);
create index answered_pages_of_activity on answered_pages (org_id, activity_id);

select distribute('activities'), distribute('attendance'), distribute('door_counts'), distribute('sign_ups'), distribute('evaluations'), distribute('answered_pages');
alter table attendance add foreign key (org_id, activity_id) references activities on delete cascade, add foreign key (org_id, person_id) references people on delete cascade;
alter table door_counts add foreign key (org_id, activity_id) references activities on delete cascade;
alter table sign_ups add foreign key (org_id, activity_id) references activities on delete cascade;
alter table answered_pages add foreign key (org_id, activity_id) references activities on delete cascade;
alter table evaluations add foreign key (org_id, activity_id) references activities on delete cascade;
call protect('activities');
call protect('door_counts');
call protect('sign_ups');
call protect('answered_pages');
call protect('evaluations');
call protect_listed('attendance', 'person_id');

grant select on activities to reach_org, reach_lists, reach_counts, reach_job;
grant insert, update on activities to reach_org;
grant update (door_hash, door_until) on activities to reach_lists;
grant select, insert, delete on attendance to reach_org, reach_lists;
grant update (list_ids) on attendance to reach_org;
grant select, insert on door_counts to reach_org, reach_lists;
grant insert on door_counts, sign_ups, evaluations, answered_pages to reach_public;
grant select, update, delete on sign_ups to reach_org;
grant select on evaluations, door_counts to reach_org, reach_lists, reach_counts;

create policy keeper on activities for select to door_keeper using (true);
grant select on activities to door_keeper;
set role door_keeper;

-- The activity whose door this is, while its door is open.
create function door.find_activity_door(token bytea)
returns table (org_id uuid, id uuid, title text, held_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.org_id, a.id, a.title, a.held_on from activities a
  where a.door_hash = token and a.door_until > now() and a.closed_at is null and a.cancelled_at is null
$$;

-- The activity another organization may join by this code.
create function door.find_activity_to_join(token bytea)
returns table (shared_id uuid, host_name text, kind text, topic text, title text, held_on date, place text, state_code text, sector text, audience text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.shared_id, a.host_name, a.kind, a.topic, a.title, a.held_on, a.place, a.state_code, a.sector, a.audience
  from activities a where a.join_hash = token and a.cancelled_at is null
$$;

reset role;
grant execute on function door.find_activity_door to asamblea_app;
grant execute on function door.find_activity_to_join to reach_org;
