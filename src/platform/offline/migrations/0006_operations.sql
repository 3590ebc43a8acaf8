-- What phones wrote while offline, each exactly once. The content is in the records it made; here stands only its outcome.
create table operations (
  org_id uuid not null references organizations,
  id uuid not null,
  device_id uuid not null,
  sequence int not null,
  kind text not null,
  outcome text not null check (outcome in ('done', 'refused', 'waiting', 'dismissed')),
  refusal text,
  sealed bytea,
  received_at timestamptz not null default now(),
  decided_by uuid,
  primary key (org_id, id)
);
comment on column operations.sealed is 'kept only while it waits: sent by a phone that was revoked';
create index operations_of_device on operations (org_id, device_id, sequence);
create index operations_waiting on operations (org_id) where outcome = 'waiting';
select distribute('operations');
call protect('operations');
grant select, insert, update on operations to reach_org, reach_lists;
