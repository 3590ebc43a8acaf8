create table reports (
  org_id uuid not null references organizations,
  id uuid not null,
  award_id uuid not null,
  period text not null,
  template text not null,
  stories uuid[] not null default '{}',
  primary key (org_id, id),
  unique (org_id, award_id, period, template)
);

create table report_texts (
  org_id uuid not null references organizations,
  report_id uuid not null,
  section text not null,
  es text not null,
  en text not null,
  primary key (org_id, report_id, section)
);

-- What somebody told, what of them may stand under it, and until when. Withdrawal works forward.
create table stories (
  org_id uuid not null references organizations,
  id uuid not null,
  award_id uuid not null,
  title text not null,
  text text not null,
  language text not null check (language in ('es', 'en')),
  role text not null,
  sector text,
  state_code text,
  consent text not null check (consent in ('role', 'role_sector', 'role_sector_state')),
  audience text not null check (audience in ('own', 'funder', 'public')),
  consented_on date not null,
  expires_on date not null,
  withdrawn_on date,
  primary key (org_id, id),
  check (expires_on > consented_on)
);

-- A submitted report: everything it says, under one digest. It does not change; a restatement is the next edition.
create table report_editions (
  parties uuid[] not null check (cardinality(parties) between 1 and 2),
  program_id uuid not null,
  report_id uuid not null,
  edition int not null,
  program_name text not null,
  award_name text not null,
  period text not null,
  content jsonb not null,
  digest text not null,
  last_fact bigint not null,
  figures jsonb not null,
  differences jsonb not null,
  submitted_by text not null,
  submitted_at timestamptz not null,
  primary key (program_id, report_id, edition),
  check (parties @> array[program_id])
);

select distribute('reports'), distribute('report_texts'), distribute('stories'), replicate('report_editions');
alter table reports add foreign key (org_id, award_id) references awards;
alter table report_texts add foreign key (org_id, report_id) references reports;
alter table stories add foreign key (org_id, award_id) references awards;
call protect('reports');
call protect('report_texts');
call protect('stories');
call protect_shared('report_editions');
grant select, insert, update on reports, report_texts, stories to reach_org;
grant select, insert on report_editions to reach_org;
grant select on report_editions to reach_counts, reach_job;
