-- The ledger of everything ever released on a population, hidden values included: only the job that releases reads it.
create table releases (
  org_id uuid not null references organizations,
  population text not null,
  sequence int not null,
  release jsonb not null,
  file jsonb not null,
  released_at timestamptz not null default now(),
  primary key (org_id, population, sequence)
);
comment on column releases.release is 'of packages/disclosure, ledgerRecords(); as secret as the facts';

-- What left, or why nothing did: protected tables and no value that is hidden in them.
create table published_figures (
  org_id uuid not null references organizations,
  definition_id uuid not null references definitions,
  period text not null,
  edition int not null,
  scope text not null check (scope in ('period', 'cumulative', 'evidence')),
  last_fact bigint not null,
  parts jsonb not null,
  withheld jsonb,
  published_at timestamptz not null default now(),
  primary key (org_id, definition_id, period, scope, edition)
);
comment on column published_figures.parts is 'the tables as they were released: one, or the part and the whole of a ratio';

select distribute('releases'), distribute('published_figures');
call protect('releases');
call protect('published_figures');
grant select, insert on releases to reach_job;
grant select, insert, update (last_fact) on published_figures to reach_job;
grant select on published_figures to reach_org, reach_counts;
