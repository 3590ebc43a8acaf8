-- Accounts, sessions and keys are global: one person may serve several organizations. No role but door_keeper reaches them.
create table accounts (
  id uuid primary key,
  login text,
  password_hash text,
  authenticator bytea,
  authenticator_step bigint not null default 0,
  failures int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now()
);
create unique index accounts_login on accounts (lower(login));
comment on column accounts.authenticator is 'TOTP secret, encrypted with the deployment key';
comment on column accounts.login is 'null for field users: they have a phone and a PIN';

create table recovery_codes (
  account_id uuid not null references accounts on delete cascade,
  code_hash bytea not null,
  primary key (account_id, code_hash)
);

create table passkeys (
  id text primary key,
  account_id uuid not null references accounts on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  label text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);

create table organizations (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('union', 'program', 'funder', 'center')),
  time_zone text not null,
  created_at timestamptz not null default now()
);

create table memberships (
  org_id uuid not null references organizations,
  id uuid not null,
  account_id uuid not null references accounts,
  role text not null check (role in ('owner', 'coordinator', 'organizer', 'adviser', 'vigilance', 'viewer', 'program_officer', 'funder_officer')),
  alias text not null,
  joined_at timestamptz not null default now(),
  ended_at timestamptz,
  brought_by uuid[] not null default '{}',
  grants_from timestamptz not null default now(),
  primary key (org_id, id)
);
comment on column memberships.brought_by is 'who invited them or gave them back their access, until somebody else says that they know them; empty when whoever runs the server did';
comment on column memberships.grants_from is 'from when on they may grant what another asked for';
create unique index memberships_account on memberships (org_id, account_id) where ended_at is null;
create index memberships_of_account on memberships (account_id);

-- A list is a need-to-know compartment: who is assigned to it reaches the people on it.
create table lists (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);

create table assignments (
  org_id uuid not null,
  membership_id uuid not null,
  list_id uuid not null,
  assigned_at timestamptz not null default now(),
  primary key (org_id, membership_id, list_id)
);

create table devices (
  org_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  label text not null,
  secret_hash bytea not null,
  send_hash bytea not null,
  enrolled_at timestamptz not null default now(),
  seen_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id)
);
comment on column devices.secret_hash is 'opens a session; kept on the phone under the PIN';
comment on column devices.send_hash is 'may only deliver what was written offline; usable without the PIN';
-- Digests of 256 random bits: that no two are equal needs no constraint.
create index devices_secret on devices (secret_hash);
create index devices_send on devices (send_hash);

create table sessions (
  token_hash bytea primary key,
  account_id uuid not null references accounts on delete cascade,
  device_org_id uuid,
  device_id uuid,
  label text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  proved_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_account on sessions (account_id);

create table invitations (
  org_id uuid not null references organizations,
  id uuid not null,
  token_hash bytea not null,
  role text not null check (role in ('owner', 'coordinator', 'organizer', 'adviser', 'vigilance', 'viewer', 'program_officer', 'funder_officer')),
  alias text not null,
  list_ids uuid[] not null default '{}',
  membership_id uuid,
  invited_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (org_id, id)
);
comment on column invitations.membership_id is 'set when somebody lost every key: the membership passes to a new account';
create index invitations_token on invitations (token_hash);

-- What takes two people: asked by one, granted by another, used once.
create table approvals (
  org_id uuid not null references organizations,
  id uuid not null,
  kind text not null check (kind in ('export', 'vault', 'names', 'owner', 'coordinator', 'recovery', 'close', 'set-aside')),
  subject uuid,
  reason text not null default '',
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  granted_by uuid,
  granted_at timestamptz,
  refused_by uuid,
  refused_at timestamptz,
  used_at timestamptz,
  expires_at timestamptz not null,
  primary key (org_id, id),
  check (granted_by is distinct from asked_by or granted_by is null)
);

-- Who read, exported or opened what, refusals too; no content. Sealed in hash-chained batches.
create table access_log (
  org_id uuid not null references organizations,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  membership_id uuid,
  verb text not null,
  target text not null default '',
  target_id uuid,
  -- How many people one act opened or carried off, where it is more than one.
  people int,
  refused boolean not null default false,
  batch bigint,
  primary key (org_id, id)
);
create index access_log_open on access_log (org_id, id) where batch is null;

create table access_batches (
  org_id uuid not null references organizations,
  number bigint not null,
  first_id bigint not null,
  last_id bigint not null,
  entries int not null,
  previous bytea not null,
  digest bytea not null,
  sealed_at timestamptz not null default now(),
  primary key (org_id, number)
);

-- Secrets of the deployment itself, encrypted with the key that is not in the database.
create table deployment_keys (
  name text primary key,
  sealed bytea not null
);

select replicate('accounts'), replicate('recovery_codes'), replicate('passkeys'), replicate('organizations'), replicate('sessions'), replicate('deployment_keys');
select distribute('memberships'), distribute('lists'), distribute('assignments'), distribute('devices'), distribute('invitations'), distribute('approvals'), distribute('access_log'), distribute('access_batches');
alter table assignments add foreign key (org_id, membership_id) references memberships, add foreign key (org_id, list_id) references lists;
alter table devices add foreign key (org_id, membership_id) references memberships;

call protect('memberships');
call protect('lists');
call protect('assignments');
call protect('devices');
call protect('invitations');
call protect('approvals');
call protect('access_log');
call protect('access_batches');

alter table organizations enable row level security;
alter table organizations force row level security;
create policy upkeep on organizations for all to asamblea_owner using (true) with check (true);
create policy own_organization on organizations for all to reach_org, reach_lists, reach_counts, reach_public, reach_job
  using (id = nullif(current_setting('app.org', true), '')::uuid)
  with check (id = nullif(current_setting('app.org', true), '')::uuid);

grant select on organizations to reach_org, reach_lists, reach_counts, reach_public, reach_job;
grant update on organizations to reach_org;
grant select on memberships, lists, assignments to reach_org, reach_lists, reach_counts, reach_job;
grant insert, update on memberships to reach_org;
grant insert, update on lists to reach_org;
grant insert, delete on assignments to reach_org;
grant select, insert, update on devices, invitations to reach_org;
-- How many phones a colleague carries, and nothing of the phones.
grant select (org_id, membership_id, revoked_at) on devices to reach_lists, reach_counts;
grant select, insert, update on approvals to reach_org;
grant insert on access_log to reach_org, reach_lists, reach_counts, reach_public, reach_job;
grant select on access_log to reach_org, reach_counts, reach_job;
grant update (batch) on access_log to reach_job;
grant select on access_batches to reach_org, reach_counts, reach_job;
grant insert on access_batches to reach_job;

create policy keeper on organizations for all to door_keeper using (true) with check (true);
create policy keeper on memberships for all to door_keeper using (true) with check (true);
create policy keeper on assignments for select to door_keeper using (true);
create policy keeper_adds on assignments for insert to door_keeper with check (true);
create policy keeper on devices for all to door_keeper using (true) with check (true);
create policy keeper on invitations for all to door_keeper using (true) with check (true);
create policy keeper on approvals for all to door_keeper using (true) with check (true);
create policy keeper on access_log for insert to door_keeper with check (true);
grant select, insert, update, delete on accounts, recovery_codes, passkeys, sessions to door_keeper;
grant select, insert, update on organizations, memberships, devices, invitations, deployment_keys to door_keeper;
grant select, insert on assignments to door_keeper;
grant select, update on approvals to door_keeper;
grant insert on access_log to door_keeper;
