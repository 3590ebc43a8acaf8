-- The life of an urn, as those at its table noted it: shown empty, sealed, handed over, unsealed; its actas and incidents. Only added to.
create table vote_urn_events (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  table_id uuid not null,
  kind text not null check (kind in ('material', 'shown_empty', 'sealed', 'handed', 'unsealed', 'opening_acta', 'closing_acta', 'incident')),
  seals text[] not null default '{}',
  ballots int check (ballots between 0 and 100000),
  custodian bytea,
  note bytea,
  file_id uuid,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  happened_at timestamptz not null,
  noted_by uuid not null,
  primary key (org_id, id)
);
comment on column vote_urn_events.custodian is 'who keeps the urn from here on';
comment on column vote_urn_events.digest is 'sha-256 of the photograph, known before it arrives';
create index vote_urn_events_of_table on vote_urn_events (org_id, vote_id, table_id, happened_at);

-- What one counter found in an urn. Each counter counts alone; the latest of each must agree. Only added to.
create table vote_counts (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  table_id uuid not null,
  counted_by uuid not null,
  counted_at timestamptz not null,
  signed int not null,
  received int not null,
  unused int not null,
  ballots int not null,
  tallies jsonb not null,
  primary key (org_id, id),
  check (signed >= 0 and received >= 0 and unused >= 0 and ballots >= 0)
);
comment on column vote_counts.signed is 'who signed the roll at the table, counted on the paper';
comment on column vote_counts.tallies is 'per question: votes of each choice, blank and null';
create index vote_counts_of_table on vote_counts (org_id, vote_id, table_id, counted_at);

-- What the electronic box of a vote gave, once it was closed, decrypted and verified. Written once.
create table vote_electronic_totals (
  org_id uuid not null references organizations,
  vote_id uuid not null,
  archive_digest text not null,
  voted int not null check (voted >= 0),
  tallies jsonb not null,
  verified_at timestamptz not null,
  primary key (org_id, vote_id)
);
comment on column vote_electronic_totals.tallies is 'booth and remote together, per question: votes of each choice, blank and null';

select distribute('vote_urn_events'), distribute('vote_counts'), distribute('vote_electronic_totals');
alter table vote_urn_events add foreign key (org_id, vote_id) references votes, add foreign key (org_id, table_id) references vote_tables;
alter table vote_counts add foreign key (org_id, vote_id) references votes, add foreign key (org_id, table_id) references vote_tables;
alter table vote_electronic_totals add foreign key (org_id, vote_id) references votes;
call protect('vote_urn_events');
call protect('vote_counts');
call protect('vote_electronic_totals');
grant select, insert on vote_urn_events, vote_counts to reach_org, reach_lists;
grant select on vote_urn_events, vote_counts to reach_counts;
grant select, insert on vote_electronic_totals to reach_org, reach_job;
grant select on vote_electronic_totals to reach_lists, reach_counts;
