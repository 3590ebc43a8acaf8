-- What is measured, and what each version of it means. A definition belongs to both parties; an indicator to the program.
create table indicators (
  org_id uuid not null references organizations,
  id uuid not null,
  award_id uuid not null,
  code text not null,
  level text not null check (level in ('objective', 'outcome', 'output')),
  title_es text not null,
  title_en text not null,
  position int not null,
  primary key (org_id, id),
  unique (org_id, award_id, code)
);

create table targets (
  org_id uuid not null references organizations,
  indicator_id uuid not null,
  period text not null,
  value numeric not null,
  cumulative boolean not null,
  primary key (org_id, indicator_id, period)
);

-- Files that people hand in as proof: letters, documents behind a declared value.
create table program_files (
  parties uuid[] not null check (cardinality(parties) between 1 and 2),
  id uuid not null,
  file_name text not null,
  media_type text not null,
  digest text not null,
  bytes bytea not null,
  kept_by uuid not null,
  kept_at timestamptz not null default now(),
  primary key (id)
);

create table definitions (
  id uuid not null,
  parties uuid[] not null check (cardinality(parties) between 1 and 2),
  program_id uuid not null,
  program_name text not null,
  funder_id uuid,
  funder_name text not null,
  award_id uuid not null,
  award_name text not null,
  indicator_id uuid not null,
  code text not null,
  level text not null,
  title_es text not null,
  title_en text not null,
  version int not null check (version > 0),
  content jsonb not null,
  digest text not null,
  superseded_by int,
  drafted_by uuid not null,
  drafted_at timestamptz not null default now(),
  primary key (id),
  unique (program_id, indicator_id, version),
  check (parties @> array[program_id] and (funder_id is null or parties @> array[funder_id]))
);
comment on column definitions.digest is 'SHA-256 of the content in canonical JSON: what is signed';

create table readings (
  parties uuid[] not null,
  definition_id uuid not null references definitions,
  side text not null check (side in ('program', 'funder')),
  organization text not null,
  text text not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (definition_id, side)
);

-- The last word of each party on a version. A letter stands for who has no account.
create table signatures (
  parties uuid[] not null,
  definition_id uuid not null references definitions,
  side text not null check (side in ('program', 'funder')),
  organization text not null,
  says text not null check (says in ('signed', 'disputed')),
  reason text not null,
  file_id uuid references program_files,
  alias text not null,
  signed_by uuid not null,
  signed_at timestamptz not null default now(),
  digest text not null,
  primary key (definition_id, side)
);

-- Numbers from outside, each with its document.
create table declared_values (
  org_id uuid not null references organizations,
  id uuid not null,
  indicator_id uuid not null,
  period text not null,
  value numeric not null,
  base numeric,
  unit text not null,
  source text not null,
  file_id uuid not null references program_files,
  declared_by uuid not null,
  declared_at timestamptz not null default now(),
  primary key (org_id, id)
);

select replicate('program_files'), replicate('definitions'), replicate('readings'), replicate('signatures'),
  distribute('indicators'), distribute('targets'), distribute('declared_values');
alter table indicators add foreign key (org_id, award_id) references awards;
alter table targets add foreign key (org_id, indicator_id) references indicators;
alter table declared_values add foreign key (org_id, indicator_id) references indicators;
call protect('indicators');
call protect('targets');
call protect('declared_values');
call protect_shared('program_files');
call protect_shared('definitions');
call protect_shared('readings');
call protect_shared('signatures');
grant select on indicators, targets, declared_values to reach_org, reach_counts, reach_job;
grant insert, update on indicators, targets to reach_org;
grant insert, delete on declared_values to reach_org;
grant select, insert on program_files to reach_org;
grant select on program_files, definitions, readings, signatures to reach_org, reach_counts, reach_job;
grant insert, update on definitions to reach_org;
grant insert, update on readings, signatures to reach_org, reach_counts;
grant update (superseded_by) on definitions to reach_counts;
