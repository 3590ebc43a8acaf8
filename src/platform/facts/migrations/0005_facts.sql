-- The kinds of fact that modules declare; written at start from their facts.ts. A fact of an undeclared kind cannot be stored.
create table fact_kinds (
  kind text primary key,
  dimensions text[] not null
);
select replicate('fact_kinds');
grant select on fact_kinds to reach_org, reach_lists, reach_counts, reach_public, reach_job, fact_counter;

-- What happened, append-only, without prose. A correction is a fact that reverses another.
create table facts (
  org_id uuid not null references organizations,
  id uuid not null,
  kind text not null references fact_kinds,
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  written_at timestamptz,
  number bigint generated always as identity,
  recorded_by uuid,
  source text not null,
  record_id uuid not null,
  subject_id uuid,
  quantity bigint,
  dimensions jsonb not null default '{}',
  reverses uuid,
  primary key (org_id, id)
);
comment on column facts.happened_on is 'in the time zone of the plant or the organization';
comment on column facts.written_at is 'the clock of the device that wrote it, when that was not the server';
comment on column facts.number is 'order of arrival: a report freezes the highest number it saw';
comment on column facts.subject_id is 'random; kept only on the person''s row and erased with it';
create index facts_counted on facts (org_id, kind, happened_on);
create index facts_of_record on facts (org_id, record_id);

-- After a merge, the second subject counts as the first.
create table subject_aliases (
  org_id uuid not null references organizations,
  subject_id uuid not null,
  counts_as uuid not null,
  primary key (org_id, subject_id)
);

select distribute('facts'), distribute('subject_aliases');
call protect('facts');
call protect('subject_aliases');
grant insert on facts to reach_org, reach_lists, reach_public, reach_job;
grant select on facts to reach_org, reach_counts, reach_job;
grant select, insert, delete on subject_aliases to reach_org, reach_job;
grant delete on facts to reach_job;
