-- A vote of the union, from its preparation to its acta. Its questions stand in it whole; from the freeze of the roll on,
-- slates stand among them as choices, so that every ballot, on paper or not, is made from this one row.
create table votes (
  org_id uuid not null references organizations,
  id uuid not null,
  kind text not null check (kind in ('leadership_election', 'first_contract', 'full_revision', 'wage_revision', 'representation_vote',
    'statutes_change', 'internal_consultation')),
  state text not null check (state in ('preparing', 'called', 'frozen', 'open', 'closed', 'concluded', 'cancelled')),
  title text not null,
  questions jsonb not null,
  modes text[] not null check (modes <@ array['paper', 'booth', 'remote'] and modes <> '{}'),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  place text not null,
  municipality text not null,
  state_code text not null,
  sector text not null,
  rounding text not null default 'nearest' check (rounding in ('nearest', 'down', 'up')),
  text_file_id uuid,
  roll_hash text,
  roll_totals jsonb,
  result jsonb,
  called_on date,
  frozen_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  concluded_at timestamptz,
  keep_until date,
  destroyed_on date,
  cancelled_at timestamptz,
  cancelled_because text,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  check (opens_at < closes_at),
  check (state = 'cancelled' or (called_on is not null) = (state <> 'preparing')),
  check (state = 'cancelled' or (frozen_at is not null) = (state in ('frozen', 'open', 'closed', 'concluded'))),
  check (state = 'cancelled' or (opened_at is not null) = (state in ('open', 'closed', 'concluded'))),
  check (state = 'cancelled' or (closed_at is not null) = (state in ('closed', 'concluded'))),
  check ((roll_hash is not null) = (frozen_at is not null) and (roll_totals is not null) = (frozen_at is not null)),
  check ((result is not null) = (state = 'concluded')),
  check ((concluded_at is not null) = (state = 'concluded') and (keep_until is not null) = (state = 'concluded')),
  check ((cancelled_at is not null) = (state = 'cancelled')),
  check (destroyed_on is null or state in ('concluded', 'cancelled'))
);
comment on column votes.text_file_id is 'the text that is voted on: a contract, a revision, statutes';
comment on column votes.roll_hash is 'sha-256 of the frozen roll in its canonical form; see rules.roll.ts';
comment on column votes.roll_totals is 'how many are on the frozen roll, by mode and by sex: what an observer may see';
comment on column votes.result is 'what the acta says, urn by urn and joined, as it was concluded';
comment on column votes.keep_until is 'papers are kept five years (LFT 390 Ter II g)';
comment on column votes.destroyed_on is 'when its roll and every other name was destroyed; see store.retention.ts';

-- Who stands for election together. Names are the candidates' own until the vote is called: sealed like those of people.
create table vote_slates (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  question_id uuid not null,
  position int not null,
  name text not null,
  color text not null,
  color_name text not null,
  emblem_file_id uuid,
  primary key (org_id, id),
  unique (org_id, vote_id, question_id, position)
);
create table vote_candidates (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  slate_id uuid not null,
  position int not null,
  post text not null,
  name bytea not null,
  sex text not null check (sex in ('woman', 'man', 'other')),
  alternate boolean not null default false,
  primary key (org_id, id)
);
comment on column vote_candidates.sex is 'for the statutory gender proportion (LFT 371 IX Bis)';
create index vote_candidates_of_slate on vote_candidates (org_id, slate_id, position);

-- Where people vote: a table with its paper urn, its booth, or both.
create table vote_tables (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  number int not null,
  place text not null,
  primary key (org_id, id),
  unique (org_id, vote_id, number)
);

-- The roll: a copy of each voter, so that what changes about a person later changes nothing here. One row a voter and one mode
-- a row: nobody can vote twice. Once frozen, no role of the application can change or take out a row.
create table vote_roll (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  person_id uuid,
  number int,
  name bytea not null,
  identifier bytea,
  phone bytea,
  name_blind bytea not null,
  identifier_blind bytea,
  phone_blind bytea,
  section text not null default '',
  sex text check (sex in ('woman', 'man', 'other')),
  mode text not null default 'paper' check (mode in ('paper', 'booth', 'remote')),
  table_id uuid,
  credential_by text not null default 'hand' check (credential_by in ('hand', 'phone', 'none')),
  category text not null default 'entitled' check (category in ('entitled', 'confianza', 'hired_after', 'left', 'not_member')),
  frozen boolean not null default false,
  primary key (org_id, id),
  check (not frozen or number is not null and category = 'entitled')
);
comment on column vote_roll.id is 'the voter, in this vote only';
comment on column vote_roll.person_id is 'whom it was copied from; no foreign key, because the roll outlives the record';
comment on column vote_roll.number is 'its place on the published roll, given at the freeze';
comment on column vote_roll.credential_by is 'how a booth or remote credential reaches the voter';
comment on column vote_roll.category is 'entitled, or why the law leaves them out (LFT 183, 363, 390 Bis III)';
create index vote_roll_of_vote on vote_roll (org_id, vote_id, number);
create unique index vote_roll_person on vote_roll (org_id, vote_id, person_id) where person_id is not null;

select distribute('votes'), distribute('vote_slates'), distribute('vote_candidates'), distribute('vote_tables'), distribute('vote_roll');
alter table vote_slates add foreign key (org_id, vote_id) references votes;
alter table vote_candidates add foreign key (org_id, slate_id) references vote_slates on delete cascade;
alter table vote_tables add foreign key (org_id, vote_id) references votes;
alter table vote_roll add foreign key (org_id, vote_id) references votes, add foreign key (org_id, table_id) references vote_tables;
call protect('votes');
call protect('vote_slates');
call protect('vote_candidates');
call protect('vote_tables');
call protect('vote_roll');

create policy not_frozen_update on vote_roll as restrictive for update to reach_org, reach_job using (not frozen) with check (true);
create policy not_frozen_delete on vote_roll as restrictive for delete to reach_org, reach_job using (not frozen);

grant select on votes, vote_slates, vote_tables to reach_org, reach_lists, reach_counts, reach_public, reach_job;
grant insert, update on votes, vote_slates, vote_tables to reach_org;
grant delete on vote_slates, vote_tables to reach_org;
grant update on votes to reach_job;
grant select on vote_candidates to reach_org, reach_lists, reach_counts, reach_public, reach_job;
grant insert, update, delete on vote_candidates to reach_org;
grant select, insert, update, delete on vote_roll to reach_org;
grant select on vote_roll to reach_job;
-- How many vote where and how; never who.
grant select (org_id, id, vote_id, mode, table_id, section, sex, category, frozen) on vote_roll to reach_lists, reach_counts;
