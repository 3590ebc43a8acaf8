-- A counter whose counts two leaders set aside at one table, and why. The count stays where it is; the reason stands in the acta.
create table vote_asides (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  table_id uuid not null,
  counter uuid not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  set_by uuid,
  set_at timestamptz,
  primary key (org_id, id),
  check ((set_by is null) = (set_at is null)),
  check (set_by is distinct from asked_by or set_by is null)
);
comment on column vote_asides.id is 'also of the approval that two leaders gave';
comment on column vote_asides.counter is 'the membership that counted';
comment on column vote_asides.reason is 'names nobody: it is posted with the acta';
create index vote_asides_of_vote on vote_asides (org_id, vote_id);

-- How many names of a vote somebody opened on a day: the same ones again are no new opening.
create table vote_openings (
  org_id uuid not null references organizations,
  vote_id uuid not null,
  membership_id uuid not null,
  scope uuid not null,
  day date not null,
  names int not null check (names > 0),
  primary key (org_id, vote_id, membership_id, scope, day)
);
comment on column vote_openings.scope is 'the vote for its whole roll, or one table';

select distribute('vote_asides'), distribute('vote_openings');
alter table vote_asides add foreign key (org_id, vote_id) references votes, add foreign key (org_id, table_id) references vote_tables;
alter table vote_openings add foreign key (org_id, vote_id) references votes;
call protect('vote_asides');
call protect('vote_openings');
grant select, insert on vote_asides to reach_org;
grant update (set_by, set_at) on vote_asides to reach_org;
grant select (org_id, id, vote_id, table_id, counter, reason, set_by, set_at) on vote_asides to reach_lists, reach_counts;
grant select, insert on vote_openings to reach_org;
grant update (names) on vote_openings to reach_org;

-- Whoever is erased leaves the rolls that bind nobody: those not frozen, and those of votes that were cancelled. A frozen roll of
-- a vote that goes on stays as it was posted until its time is up. Runs as a keeper: no role of a request may touch a frozen row.
create policy keeper on vote_roll for all to door_keeper using (true) with check (true);
create policy keeper on votes for select to door_keeper using (true);
grant select (org_id, vote_id, person_id, frozen), delete on vote_roll to door_keeper;
grant select (org_id, id, state) on votes to door_keeper;
set role door_keeper;
create function door.leave_rolls() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from vote_roll r using votes v
  where r.org_id = old.org_id and r.person_id = old.id and v.org_id = r.org_id and v.id = r.vote_id
    and (not r.frozen or v.state = 'cancelled');
  return null;
end
$$;
reset role;
create trigger leave_rolls after delete on people for each row execute function door.leave_rolls();
create index vote_roll_of_person on vote_roll (org_id, person_id) where person_id is not null;
