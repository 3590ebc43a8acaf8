-- The public catalogue: every row with its source. Tenants only read it.
create table catalogue_plants (
  id uuid primary key,
  company text not null,
  parent text not null,
  parent_country text not null,
  name text not null,
  city text not null,
  state_code text,
  sector text not null,
  union_name text not null,
  independent text not null,
  sister_union text not null,
  source text not null,
  confidence text not null,
  as_of_year int,
  search_key text not null
);
select replicate('catalogue_plants');
grant select on catalogue_plants to reach_org, reach_lists, reach_counts, reach_public, reach_job;

-- An organization's own plants. One may cite the catalogue; nobody else learns that it does.
create table plants (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  company text not null,
  city text not null,
  state_code text not null,
  sector text not null,
  time_zone text not null,
  catalogue_id uuid references catalogue_plants,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
select distribute('plants');
call protect('plants');
grant select on plants to reach_org, reach_lists, reach_counts, reach_job;
grant insert, update on plants to reach_org;
