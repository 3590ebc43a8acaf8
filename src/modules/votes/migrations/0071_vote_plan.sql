-- What happened of a vote's procedure, by the law's events; the latest of each counts, and without a day it is taken back.
create table vote_happenings (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  number bigint generated always as identity,
  event text not null,
  happened_on date,
  folio bytea,
  file_id uuid,
  noted_by uuid not null,
  noted_at timestamptz not null default now(),
  primary key (org_id, id)
);
comment on column vote_happenings.folio is 'the receipt of the authority, sealed: it leads to names';
create index vote_happenings_of_vote on vote_happenings (org_id, vote_id, number);

-- What somebody looked for in the law's list and found or not; the latest of each counts.
create table vote_checks (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  number bigint generated always as identity,
  requirement text not null,
  present boolean,
  noted_by uuid not null,
  noted_at timestamptz not null default now(),
  primary key (org_id, id)
);
create index vote_checks_of_vote on vote_checks (org_id, vote_id, number);

-- Counsel's written opinion on voting other than on paper, for one kind of vote. The latest of a kind counts; none is changed.
create table vote_opinions (
  org_id uuid not null references organizations,
  id uuid not null,
  number bigint generated always as identity,
  kind text not null,
  counsel text not null,
  given_on date not null,
  modes text[] not null check (modes <@ array['booth', 'remote']),
  file_id uuid,
  noted_by uuid not null,
  noted_at timestamptz not null default now(),
  primary key (org_id, id)
);
comment on column vote_opinions.modes is 'the ways of voting other than on paper that it allows; none: it allows none';

-- Who has a part in the vote: the commission, who serves at a table, representatives of slates, observers.
create table vote_officers (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  role text not null check (role in ('commission', 'president', 'secretary', 'teller', 'representative', 'observer')),
  table_id uuid,
  name bytea not null,
  for_whom text not null,
  primary key (org_id, id)
);
create index vote_officers_of_vote on vote_officers (org_id, vote_id);

-- Photographs and papers of a vote in small sealed parts, so that a phone can send them as it finds signal.
create table vote_files (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  parts int not null check (parts between 1 and 400),
  noted_by uuid not null,
  noted_at timestamptz not null default now(),
  primary key (org_id, id)
);
comment on column vote_files.digest is 'sha-256 of the whole file: what an acta cites';
create table vote_file_parts (
  org_id uuid not null references organizations,
  file_id uuid not null,
  part int not null,
  sealed bytea not null,
  primary key (org_id, file_id, part)
);

-- What somebody objected to the published roll, and what the commission decided.
create table vote_objections (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  voter_id uuid,
  kind text not null check (kind in ('missing', 'should_not_be', 'wrong_data')),
  says bytea not null,
  received_on date not null,
  noted_by uuid not null,
  decision text check (decision in ('granted', 'refused')),
  reason bytea,
  decided_on date,
  decided_by uuid,
  primary key (org_id, id),
  check ((decision is null) = (decided_on is null) and (decision is null) = (reason is null) and (decision is null) = (decided_by is null))
);
create index vote_objections_of_vote on vote_objections (org_id, vote_id);

-- What was done to the roll between its making and its freeze: by whom and to how many, never to whom.
create table vote_roll_log (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  number bigint generated always as identity,
  verb text not null check (verb in ('added', 'changed', 'removed', 'split', 'published', 'frozen')),
  people int not null,
  done_by uuid not null,
  done_at timestamptz not null default now(),
  primary key (org_id, id)
);
create index vote_roll_log_of_vote on vote_roll_log (org_id, vote_id, number);

select distribute('vote_happenings'), distribute('vote_checks'), distribute('vote_opinions'), distribute('vote_officers'),
  distribute('vote_files'), distribute('vote_file_parts'), distribute('vote_objections'), distribute('vote_roll_log');
alter table vote_happenings add foreign key (org_id, vote_id) references votes;
alter table vote_checks add foreign key (org_id, vote_id) references votes;
alter table vote_officers add foreign key (org_id, vote_id) references votes, add foreign key (org_id, table_id) references vote_tables;
alter table vote_files add foreign key (org_id, vote_id) references votes;
alter table vote_file_parts add foreign key (org_id, file_id) references vote_files on delete cascade;
alter table vote_objections add foreign key (org_id, vote_id) references votes;
alter table vote_roll_log add foreign key (org_id, vote_id) references votes;
call protect('vote_happenings');
call protect('vote_checks');
call protect('vote_opinions');
call protect('vote_officers');
call protect('vote_files');
call protect('vote_file_parts');
call protect('vote_objections');
call protect('vote_roll_log');

-- Nothing here is changed once written, but an objection by its decision and the list of officers.
grant select, insert on vote_happenings, vote_checks, vote_opinions, vote_roll_log to reach_org;
grant select on vote_happenings, vote_checks, vote_opinions, vote_roll_log to reach_lists, reach_counts;
grant select, insert, update, delete on vote_officers to reach_org;
grant select on vote_officers to reach_lists, reach_counts;
grant select, insert on vote_files, vote_file_parts to reach_org, reach_lists;
grant select on vote_files to reach_counts;
grant select (org_id, file_id, part) on vote_file_parts to reach_counts;
grant select, insert on vote_objections to reach_org;
grant update (decision, reason, decided_on, decided_by) on vote_objections to reach_org;
grant select (org_id, id, vote_id, kind, received_on, decision, decided_on) on vote_objections to reach_counts;
