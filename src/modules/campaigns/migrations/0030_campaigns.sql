-- A drive to organize one plant, and the plant as the union maps it.
create table campaigns (
  org_id uuid not null references organizations,
  id uuid not null,
  plant_id uuid not null,
  opened_on date not null,
  stage text not null default 'mapping' check (stage in ('mapping', 'organizing', 'closed')),
  closed_on date,
  outcome text check (outcome in ('group_formed', 'won', 'lost', 'paused')),
  version int not null default 1,
  created_by uuid not null,
  primary key (org_id, id)
);

-- Departments, shifts and bus routes are all units of a plant: what people there share.
create table units (
  org_id uuid not null references organizations,
  id uuid not null,
  campaign_id uuid not null,
  kind text not null check (kind in ('department', 'shift', 'route')),
  name text not null,
  position int not null,
  primary key (org_id, id)
);
create index units_of_campaign on units (campaign_id, kind, position);

-- How many work where, from what the union counted or was told: a department or a route on one shift.
create table headcounts (
  org_id uuid not null references organizations,
  campaign_id uuid not null,
  unit_id uuid not null,
  shift_id uuid not null,
  people int not null check (people between 0 and 100000),
  counted_on date not null,
  primary key (org_id, campaign_id, unit_id, shift_id)
);

-- Somebody in a campaign: where they work, and where they stand by their latest assessment.
create table placements (
  org_id uuid not null references organizations,
  campaign_id uuid not null,
  person_id uuid not null,
  list_ids uuid[] not null,
  department_id uuid,
  shift_id uuid,
  route_id uuid,
  level smallint check (level between 1 and 5),
  assessed_at timestamptz,
  talked_on date not null default '-infinity',
  changed_at timestamptz not null default clock_timestamp(),
  primary key (org_id, campaign_id, person_id)
);
comment on column placements.level is 'derived: the latest assessment''s, kept here so that lists and the chart filter by index';
comment on column placements.talked_on is 'derived: the latest conversation''s day; -infinity when there was none';
create index placements_by_talk on placements (org_id, campaign_id, talked_on, person_id);
create index placements_by_level on placements (org_id, campaign_id, level, talked_on, person_id) where level is not null;
create index placements_by_person on placements (org_id, person_id);
create index placements_by_list on placements using gin (list_ids);
create index placements_changed on placements (org_id, campaign_id, changed_at);

create table conversations (
  org_id uuid not null references organizations,
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  list_ids uuid[] not null,
  author_id uuid not null,
  talked_at timestamptz not null,
  talked_on date not null,
  received_at timestamptz not null default now(),
  concerns text[] not null default '{}',
  asked text,
  way text check (way in ('face', 'home', 'call', 'message')),
  note bytea,
  primary key (org_id, id)
);
comment on column conversations.note is 'encrypted';
comment on column conversations.way is 'null: noted by a phone of before it was asked';
create index conversations_of_person on conversations (org_id, person_id, talked_at desc);
create index conversations_by_day on conversations (org_id, campaign_id, talked_on);

-- An opinion of the one who assessed: appended with author and date, never overwritten.
create table assessments (
  org_id uuid not null references organizations,
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  list_ids uuid[] not null,
  conversation_id uuid,
  author_id uuid not null,
  level smallint not null check (level between 1 and 5),
  assessed_at timestamptz not null,
  received_at timestamptz not null default now(),
  primary key (org_id, id)
);
create index assessments_of_person on assessments (org_id, person_id, assessed_at desc);
create index assessments_by_time on assessments (org_id, campaign_id, assessed_at);

-- What somebody did, as against what we think of them.
create table actions (
  org_id uuid not null references organizations,
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  list_ids uuid[] not null,
  author_id uuid not null,
  kind text not null,
  done_on date not null,
  received_at timestamptz not null default now(),
  primary key (org_id, id)
);
create index actions_of_person on actions (org_id, person_id, done_on desc);
create index actions_by_day on actions (org_id, campaign_id, done_on);

create table promises (
  org_id uuid not null references organizations,
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  list_ids uuid[] not null,
  conversation_id uuid,
  author_id uuid not null,
  keeper_id uuid not null,
  kind text not null,
  made_on date not null,
  due_on date not null,
  settled text check (settled in ('kept', 'broken')),
  settled_on date,
  settled_by uuid,
  primary key (org_id, id)
);
comment on column promises.keeper_id is 'who follows it up; passes on when somebody leaves the team';
create index promises_open on promises (org_id, campaign_id, due_on) where settled is null;
create index promises_by_list on promises using gin (list_ids) where settled is null;
create index promises_kept on promises (org_id, campaign_id, settled_on) where settled = 'kept';
create index promises_of_person on promises (org_id, person_id);

create table next_steps (
  org_id uuid not null references organizations,
  id uuid not null,
  campaign_id uuid not null,
  person_id uuid not null,
  list_ids uuid[] not null,
  conversation_id uuid,
  author_id uuid not null,
  keeper_id uuid not null,
  due_on date not null,
  outcome text check (outcome in ('talked', 'no_answer', 'later', 'refused')),
  settled_on date,
  settled_by uuid,
  primary key (org_id, id)
);
create index next_steps_open on next_steps (org_id, keeper_id, due_on) where outcome is null;
create index next_steps_of_person on next_steps (org_id, person_id);

-- A tally on paper: how many stood where in one unit, without anybody's name.
create table tallies (
  org_id uuid not null references organizations,
  id uuid not null,
  campaign_id uuid not null,
  department_id uuid,
  shift_id uuid,
  route_id uuid,
  counted_on date not null,
  counts int[] not null check (cardinality(counts) = 5),
  author_id uuid not null,
  undone_at timestamptz,
  primary key (org_id, id)
);
create index tallies_of_campaign on tallies (org_id, campaign_id) where undone_at is null;

-- What a phone was last given to read offline.
create table bundles (
  org_id uuid not null references organizations,
  device_id uuid not null,
  membership_id uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  people int not null,
  names int not null,
  primary key (org_id, device_id)
);

-- Names that two people agree to open at once, to be printed: whose they are is frozen with the request, whose id is the approval's.
create table sheets (
  org_id uuid not null references organizations,
  id uuid not null,
  campaign_id uuid not null,
  purpose text not null check (purpose in ('calls', 'visits', 'assembly')),
  filter jsonb not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  opened_at timestamptz,
  primary key (org_id, id)
);
create index sheets_of_campaign on sheets (campaign_id, asked_at desc);

create table sheet_people (
  org_id uuid not null references organizations,
  sheet_id uuid not null,
  person_id uuid not null,
  list_ids uuid[] not null,
  primary key (org_id, sheet_id, person_id)
);
create index sheet_people_by_person on sheet_people (org_id, person_id);

select distribute('sheets'), distribute('sheet_people');
select distribute('campaigns'), distribute('units'), distribute('headcounts'), distribute('placements'), distribute('conversations'),
  distribute('assessments'), distribute('actions'), distribute('promises'), distribute('next_steps'), distribute('tallies'), distribute('bundles');
alter table campaigns add foreign key (org_id, plant_id) references plants;
alter table units add foreign key (org_id, campaign_id) references campaigns on delete cascade;
alter table headcounts add foreign key (org_id, campaign_id) references campaigns on delete cascade,
  add foreign key (org_id, unit_id) references units on delete cascade, add foreign key (org_id, shift_id) references units on delete cascade;
alter table placements add foreign key (org_id, campaign_id) references campaigns on delete cascade,
  add foreign key (org_id, person_id) references people on delete cascade,
  add foreign key (org_id, department_id) references units, add foreign key (org_id, shift_id) references units, add foreign key (org_id, route_id) references units;
alter table conversations add foreign key (org_id, campaign_id) references campaigns on delete cascade, add foreign key (org_id, person_id) references people on delete cascade;
alter table assessments add foreign key (org_id, campaign_id) references campaigns on delete cascade, add foreign key (org_id, person_id) references people on delete cascade;
alter table actions add foreign key (org_id, campaign_id) references campaigns on delete cascade, add foreign key (org_id, person_id) references people on delete cascade;
alter table promises add foreign key (org_id, campaign_id) references campaigns on delete cascade, add foreign key (org_id, person_id) references people on delete cascade;
alter table next_steps add foreign key (org_id, campaign_id) references campaigns on delete cascade, add foreign key (org_id, person_id) references people on delete cascade;
alter table tallies add foreign key (org_id, campaign_id) references campaigns on delete cascade,
  add foreign key (org_id, department_id) references units, add foreign key (org_id, shift_id) references units, add foreign key (org_id, route_id) references units;
alter table sheets add foreign key (org_id, campaign_id) references campaigns on delete cascade;
alter table sheet_people add foreign key (org_id, sheet_id) references sheets on delete cascade, add foreign key (org_id, person_id) references people on delete cascade;
alter table bundles add foreign key (org_id, device_id) references devices on delete cascade;

call protect('campaigns');
call protect('units');
call protect('headcounts');
call protect('tallies');
call protect('bundles');
call protect('sheets');
call protect_listed('sheet_people', 'person_id');
call protect_listed('placements', 'person_id');
call protect_listed('conversations', 'person_id');
call protect_listed('assessments', 'person_id');
call protect_listed('actions', 'person_id');
call protect_listed('promises', 'person_id');
call protect_listed('next_steps', 'person_id');

grant select on campaigns, units, headcounts, tallies to reach_org, reach_lists, reach_counts, reach_job;
grant insert, update on campaigns, units, headcounts, tallies to reach_org;
grant delete on units, headcounts to reach_org;
grant insert on tallies to reach_lists;
grant select, insert on sheets, sheet_people to reach_org;
grant update (opened_at) on sheets to reach_org;
grant select, insert, update on placements, promises, next_steps to reach_org, reach_lists;
grant select, insert on conversations, assessments, actions to reach_org, reach_lists;
-- Only to move people between lists; what was said is never rewritten.
grant update (list_ids) on conversations, assessments, actions, sheet_people to reach_org;
-- Whoever may only count: where and how many, never who said what.
grant select (org_id, campaign_id, person_id, department_id, shift_id, route_id, level, talked_on) on placements to reach_counts;
grant select, insert, update on bundles to reach_org, reach_lists;
