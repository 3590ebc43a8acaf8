-- Money given to a program by a funder. Totals and the last day follow from the actions and stand nowhere.
create table awards (
  org_id uuid not null references organizations,
  id uuid not null,
  code text not null,
  name text not null,
  grantee text not null,
  funder_id uuid,
  funder_name text not null,
  calendar text not null,
  time_zone text not null,
  begins_on date not null,
  sectors text[] not null,
  planned_states text[] not null,
  primary key (org_id, id),
  unique (org_id, code)
);
comment on column awards.funder_id is 'the funder''s organization here, once it gave a code; else it signs by letter';
comment on column awards.planned_states is 'where work is planned; a state is the award''s only by work recorded in it';

create table award_actions (
  org_id uuid not null references organizations,
  id uuid not null,
  award_id uuid not null,
  kind text not null check (kind in ('obligation', 'extension', 'change')),
  signed_on date not null,
  amount_cents bigint not null,
  currency text not null check (currency in ('USD', 'MXN')),
  ends_on date,
  note text not null,
  primary key (org_id, id)
);

-- What one unit of a currency was worth in another on a day, and who said so.
create table exchange_rates (
  org_id uuid not null references organizations,
  id uuid not null,
  on_day date not null,
  from_currency text not null,
  to_currency text not null check (to_currency <> from_currency),
  rate numeric not null check (rate > 0),
  source text not null,
  primary key (org_id, id)
);

-- Work of the program itself under an award, done or asked for. Outside the award's sectors it is recorded all the same.
create table award_work (
  org_id uuid not null references organizations,
  id uuid not null,
  award_id uuid not null,
  kind text not null check (kind in ('done', 'asked')),
  on_day date not null,
  state_code text not null,
  sector text not null,
  topic text not null,
  title text not null,
  in_sector boolean not null,
  fact_id uuid not null,
  primary key (org_id, id)
);
create index award_work_of_award on award_work (org_id, award_id, on_day);

-- People who work for the program; each once, however many awards pay for them.
create table staff (
  org_id uuid not null references organizations,
  id uuid not null,
  alias text not null,
  role text not null,
  primary key (org_id, id)
);
create table allocations (
  org_id uuid not null references organizations,
  id uuid not null,
  staff_id uuid not null,
  award_id uuid not null,
  percent numeric(5, 2) not null check (percent > 0 and percent <= 100),
  since date not null,
  until date check (until >= since),
  primary key (org_id, id)
);
create index allocations_of_staff on allocations (org_id, staff_id);

-- Organizations that carry out a part of an award. Only one that receives funds directly is an implementing partner.
create table partners (
  org_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('academic', 'civil_society', 'union', 'worker_center', 'other')),
  primary key (org_id, id)
);
create table partner_links (
  org_id uuid not null references organizations,
  id uuid not null,
  partner_id uuid not null,
  award_id uuid not null,
  funds_since date,
  funds_until date check (funds_until >= funds_since),
  primary key (org_id, id),
  unique (org_id, partner_id, award_id)
);

select distribute('awards'), distribute('award_actions'), distribute('exchange_rates'), distribute('award_work'), distribute('staff'),
  distribute('allocations'), distribute('partners'), distribute('partner_links');
alter table award_actions add foreign key (org_id, award_id) references awards;
alter table award_work add foreign key (org_id, award_id) references awards;
alter table allocations add foreign key (org_id, award_id) references awards, add foreign key (org_id, staff_id) references staff;
alter table partner_links add foreign key (org_id, award_id) references awards, add foreign key (org_id, partner_id) references partners;
call protect('awards');
call protect('award_actions');
call protect('exchange_rates');
call protect('award_work');
call protect('staff');
call protect('allocations');
call protect('partners');
call protect('partner_links');
grant select on awards, award_actions, exchange_rates, award_work, staff, allocations, partners, partner_links to reach_org, reach_counts, reach_lists, reach_job;
grant insert, update on awards, exchange_rates, award_work, staff, allocations, partners, partner_links to reach_org;
grant insert on award_actions to reach_org;
