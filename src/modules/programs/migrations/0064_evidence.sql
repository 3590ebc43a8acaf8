-- How a partner's workbook is read, kept for the next quarter's.
create table workbook_mappings (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  mapping jsonb not null,
  primary key (org_id, id)
);

create table workbook_imports (
  org_id uuid not null references organizations,
  id uuid not null,
  mapping_id uuid not null,
  file_name text not null,
  digest text not null,
  rows int not null,
  recorded int not null,
  problems jsonb not null,
  imported_by uuid not null,
  imported_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (org_id, id)
);

-- Which row became which fact, so that a row is brought in once and an import can be undone.
create table workbook_rows (
  org_id uuid not null references organizations,
  import_id uuid not null,
  fact_id uuid not null,
  row_digest bytea not null,
  row_number int not null,
  primary key (org_id, import_id, fact_id)
);
create index workbook_rows_known on workbook_rows (org_id, row_digest);

-- A random sample of the facts behind a figure, drawn by the program itself or by who pays for it: both may follow it.
create table audits (
  parties uuid[] not null check (cardinality(parties) between 1 and 2),
  id uuid not null,
  verifier_id uuid not null,
  verifier_name text not null,
  program_id uuid not null,
  program_name text not null,
  definition_id uuid not null references definitions,
  indicator_id uuid not null,
  code text not null,
  title_es text not null,
  title_en text not null,
  period text not null,
  period_es text not null,
  period_en text not null,
  seed text not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null default now(),
  primary key (id),
  -- A second sample of the same records would tell more of them than one in five.
  unique (verifier_id, indicator_id, period),
  check (parties @> array[verifier_id, program_id])
);

-- One fact of the sample: the union sees which record it is, the verifier only what came of it.
create table audit_items (
  parties uuid[] not null check (cardinality(parties) between 1 and 3),
  id uuid not null,
  audit_id uuid not null references audits,
  verifier_id uuid not null,
  verifier_name text not null,
  program_id uuid not null,
  program_name text not null,
  giver_id uuid not null,
  giver_name text not null,
  title_es text not null,
  title_en text not null,
  period_es text not null,
  period_en text not null,
  fact_id uuid not null,
  drawn_at timestamptz not null default now(),
  shown boolean,
  shown_by uuid,
  shown_at timestamptz,
  outcome text check (outcome in ('match', 'mismatch')),
  settled_by uuid,
  settled_at timestamptz,
  primary key (id),
  check (parties @> array[verifier_id, program_id, giver_id])
);
comment on column audit_items.giver_name is 'a verifier of another organization than the program reads it once the giver has shown a record, and not before';
create index audit_items_of_audit on audit_items (audit_id);
create index audit_items_of_giver on audit_items (giver_id);

select distribute('workbook_mappings'), distribute('workbook_imports'), distribute('workbook_rows'), replicate('audits'), replicate('audit_items');
alter table workbook_imports add foreign key (org_id, mapping_id) references workbook_mappings;
alter table workbook_rows add foreign key (org_id, import_id) references workbook_imports;
call protect('workbook_mappings');
call protect('workbook_imports');
call protect('workbook_rows');
call protect_shared('audits');
call protect_shared('audit_items');
grant select, insert, update on workbook_mappings, workbook_imports to reach_org;
grant select, insert, delete on workbook_rows to reach_org;
grant select, insert on audits to reach_org, reach_counts;
grant select, insert, update on audit_items to reach_org, reach_counts;
grant select on audits, audit_items to reach_job;
-- Whoever shows a record that came in a workbook is told which file and line it is.
grant select (org_id, id, file_name) on workbook_imports to reach_counts;
grant select (org_id, import_id, fact_id, row_number) on workbook_rows to reach_counts;
