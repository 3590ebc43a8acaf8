-- Somebody challenged a vote before an authority. While one is not settled, nothing of the vote is destroyed.
create table vote_disputes (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  brought_on date not null,
  forum text not null check (forum in ('commission', 'authority', 'conciliation', 'court')),
  folio bytea,
  says bytea not null,
  file_id uuid,
  noted_by uuid not null,
  noted_at timestamptz not null default now(),
  settled_on date,
  outcome text check (outcome in ('stands', 'annulled', 'withdrawn')),
  settled_says bytea,
  settled_by uuid,
  primary key (org_id, id),
  check ((settled_on is null) = (outcome is null) and (settled_on is null) = (settled_says is null) and (settled_on is null) = (settled_by is null))
);
comment on column vote_disputes.forum is 'before whom: the electoral commission, the registry authority, a conciliation center or a court';
create index vote_disputes_of_vote on vote_disputes (org_id, vote_id);

select distribute('vote_disputes');
alter table vote_disputes add foreign key (org_id, vote_id) references votes;
call protect('vote_disputes');
grant select, insert on vote_disputes to reach_org;
grant update (settled_on, outcome, settled_says, settled_by) on vote_disputes to reach_org;
grant select (org_id, id, vote_id, brought_on, forum, settled_on, outcome) on vote_disputes to reach_lists, reach_counts;
