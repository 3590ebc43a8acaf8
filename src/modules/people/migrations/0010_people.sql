-- Somebody a union talks to. What identifies them stands in person_vault; here is only what a colleague may see.
create table people (
  org_id uuid not null references organizations,
  id uuid not null,
  handle text not null,
  search_key text not null collate "C",
  list_ids uuid[] not null,
  subject_id uuid not null,
  sex text check (sex in ('woman', 'man', 'other')),
  age_band text check (age_band in ('15-29', '30-44', '45-59', '60+')),
  import_id uuid,
  merged_into uuid,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
comment on column people.handle is 'what an organizer calls them: never a full name';
comment on column people.search_key is 'the handle without accents or case';
comment on column people.subject_id is 'random; the only trace of a person in facts, erased with this row';
comment on column people.sex is 'by consent, for the statutory gender proportion';
-- Not begun with org_id: a list is one organization's, and the index would walk that organization's whole union beside the list.
create index people_by_list on people using gin (list_ids);
-- Partial, so that no foreign key's check can be planned on it while the table is small and then read the whole union each time.
create index people_by_handle on people (org_id, search_key) include (id) where merged_into is null;
create index people_of_import on people (org_id, import_id) where import_id is not null;
create index people_merged on people (org_id, merged_into) where merged_into is not null;

-- Encrypted by field; the blind indexes find equal values without telling what they are.
create table person_vault (
  org_id uuid not null references organizations,
  person_id uuid not null,
  list_ids uuid[] not null,
  name bytea,
  phone bytea,
  address bytea,
  identifier bytea,
  name_blind bytea,
  name_block bytea,
  phone_blind bytea,
  identifier_blind bytea,
  primary key (org_id, person_id)
);
comment on column person_vault.name_block is 'blind index of a rough key of the name, to look for near duplicates';
create index person_vault_by_name on person_vault (org_id, name_blind);
create index person_vault_by_block on person_vault (org_id, name_block);
create index person_vault_by_phone on person_vault (org_id, phone_blind);
create index person_vault_by_identifier on person_vault (org_id, identifier_blind);

create table imports (
  org_id uuid not null references organizations,
  id uuid not null,
  status text not null check (status in ('open', 'done', 'undone')),
  source text not null,
  expected int not null,
  added int not null default 0,
  left_out int not null default 0,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (org_id, id)
);
comment on column imports.source is 'csv, xlsx or pasted: a file name could name a plant';

-- Each part of an import counts once, however often it is sent.
create table import_parts (
  org_id uuid not null,
  import_id uuid not null,
  number int not null,
  added int not null,
  primary key (org_id, import_id, number)
);

create table import_mappings (
  org_id uuid not null references organizations,
  headers_digest text not null,
  columns jsonb not null,
  used_at timestamptz not null default now(),
  primary key (org_id, headers_digest)
);

create table merges (
  org_id uuid not null references organizations,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  kept_lists uuid[] not null,
  gone_lists uuid[] not null,
  merged_by uuid not null,
  merged_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (org_id, id)
);

-- Pairs that look like one person and that somebody said are two.
create table not_duplicates (
  org_id uuid not null references organizations,
  one_id uuid not null,
  other_id uuid not null,
  primary key (org_id, one_id, other_id)
);

-- How many identities a member opened on a day; an organizer has a daily cap.
create table openings (
  org_id uuid not null references organizations,
  membership_id uuid not null,
  day date not null,
  opened int not null,
  primary key (org_id, membership_id, day)
);

select distribute('openings'), distribute('people'), distribute('person_vault'), distribute('imports'), distribute('import_parts'),
  distribute('import_mappings'), distribute('merges'), distribute('not_duplicates');
alter table person_vault add foreign key (org_id, person_id) references people on delete cascade;
alter table import_parts add foreign key (org_id, import_id) references imports on delete cascade;
alter table people add foreign key (org_id, merged_into) references people (org_id, id);
alter table merges add foreign key (org_id, kept_id) references people on delete cascade, add foreign key (org_id, gone_id) references people on delete cascade;
alter table not_duplicates add foreign key (org_id, one_id) references people on delete cascade, add foreign key (org_id, other_id) references people on delete cascade;

call protect_listed('people', 'id');
call protect_listed('person_vault', 'person_id');
call protect('openings');
call protect('imports');
call protect('import_parts');
call protect('import_mappings');
call protect('merges');
call protect('not_duplicates');

grant select, insert, update on people to reach_org, reach_lists;
grant delete on people to reach_org, reach_job;
grant select, update on people to reach_job;
-- Whoever may only count sees that somebody is there, and neither handle nor subject.
grant select (org_id, id, merged_into, sex, age_band) on people to reach_counts;
grant select, insert, update on person_vault to reach_org, reach_lists;
grant delete on person_vault to reach_org, reach_job;
grant select, insert, update on openings to reach_org, reach_lists;
grant select, insert, update, delete on imports, import_parts to reach_org;
grant select, insert, update on import_mappings to reach_org;
grant select, insert, update on merges to reach_org;
grant select, insert on not_duplicates to reach_org;
