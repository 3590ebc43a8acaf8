-- The electronic box of a vote: one Belenios election, whose archive anyone can copy and verify. A rehearsal is another box of the
-- same vote. The tables of this file hold no voter, no account and no time of a ballot: see README.md, "What is written".
create table vote_boxes (
  org_id uuid not null references organizations,
  id uuid not null,
  vote_id uuid not null,
  uuid text not null check (uuid ~ '^[1-9A-HJ-NP-Za-km-z]{14,}$'),
  rehearsal boolean not null,
  threshold int not null,
  size int not null check (size between 1 and 15),
  election text,
  trustees text,
  discarded boolean not null default false,
  primary key (org_id, id),
  check (threshold between 1 and size),
  check ((election is null) = (trustees is null))
);
comment on column vote_boxes.uuid is 'how the election is called in its archive and at its public address';
comment on column vote_boxes.threshold is 'how many trustees are enough to open the box';
comment on column vote_boxes.election is 'exact bytes of the first document of the archive; set once, when the box is set up';
create unique index vote_boxes_uuid on vote_boxes (org_id, uuid);
create index vote_boxes_called on vote_boxes (uuid);
create unique index vote_boxes_real on vote_boxes (org_id, vote_id) where not rehearsal and not discarded;

-- Where the archive of a box ends. Whoever appends locks this row: two writers never fork the chain.
create table vote_box_heads (
  org_id uuid not null references organizations,
  box_id uuid not null,
  phase text not null check (phase in ('open', 'closed', 'tallied', 'decided')),
  timestamp_seconds bigint not null,
  parent text not null,
  height int not null,
  bytes bigint not null,
  counted int,
  counts jsonb,
  primary key (org_id, box_id),
  check ((counts is null) = (phase <> 'decided') and (counted is null) = (phase in ('open', 'closed')))
);
comment on column vote_box_heads.counted is 'ballots that count: the last of each credential';
comment on column vote_box_heads.counts is 'for each question, votes of each slot, the blank one first; what the archive says, verified before it was written';

-- The archive, piece by piece: no role of the application can change or take out one. Ballots carry what finds them again.
create table vote_archive (
  org_id uuid not null references organizations,
  box_id uuid not null,
  height int not null,
  starts_at bigint not null,
  piece bytea not null,
  ballot_hash bytea,
  credential_hash bytea,
  seal text,
  mark bytea,
  primary key (org_id, box_id, height),
  check ((ballot_hash is null) = (credential_hash is null) and (ballot_hash is null) = (seal is null)),
  check (mark is null or ballot_hash is not null)
);
comment on column vote_archive.starts_at is 'bytes of the archive before this piece';
comment on column vote_archive.mark is 'keyed digest that only the server makes of a ballot whose proofs it verified on reception; a function of public texts';
-- Digits that look random do not compress enough to be worth the time.
alter table vote_archive alter column piece set storage external;
create unique index vote_archive_ballots on vote_archive (org_id, box_id, ballot_hash) where ballot_hash is not null;
create index vote_archive_seals on vote_archive (org_id, box_id, seal) where seal is not null;
create index vote_archive_credentials on vote_archive (org_id, box_id, credential_hash, height) where credential_hash is not null;

-- Public credentials, in the order of their own digits. Nothing ties one to a voter: the slips are drawn.
create table vote_credentials (
  org_id uuid not null references organizations,
  box_id uuid not null,
  hash bytea not null,
  public_text text not null,
  table_id uuid,
  primary key (org_id, box_id, hash)
);
comment on column vote_credentials.table_id is 'the only table whose booth accepts it; null votes from anywhere';

-- Ballots that were opened for inspection: their seals can never enter the archive.
create table vote_challenges (
  org_id uuid not null references organizations,
  box_id uuid not null,
  seal text not null,
  opening text not null,
  primary key (org_id, box_id, seal)
);

-- Who holds the key of a box: what each published in the ceremony. Their secrets never come here.
create table vote_trustees (
  org_id uuid not null references organizations,
  box_id uuid not null,
  number int not null check (number between 1 and 15),
  name text not null,
  token_hash bytea not null,
  certificate text,
  dealing text,
  verification text,
  decrypted boolean not null default false,
  primary key (org_id, box_id, number),
  check (dealing is null or certificate is not null),
  check (verification is null or dealing is not null)
);
comment on column vote_trustees.token_hash is 'digest of what the link of this trustee carries';
create unique index vote_trustees_token on vote_trustees (org_id, token_hash);
create index vote_trustees_link on vote_trustees (token_hash);

-- A tablet at a table. Its box arrives whole before the close, or is declared lost.
create table vote_booths (
  org_id uuid not null references organizations,
  id uuid not null,
  box_id uuid not null,
  table_id uuid not null,
  token_hash bytea not null,
  chain_head text,
  ballots int,
  lost_because text,
  primary key (org_id, id),
  check ((chain_head is null) = (ballots is null))
);
comment on column vote_booths.chain_head is 'last link of the chain the tablet delivered; compare with the acta of the table';
create unique index vote_booths_token on vote_booths (org_id, token_hash);
create index vote_booths_link on vote_booths (token_hash);
create index vote_booths_of_box on vote_booths (org_id, box_id);

select distribute('vote_boxes'), distribute('vote_box_heads'), distribute('vote_archive'), distribute('vote_credentials'),
  distribute('vote_challenges'), distribute('vote_trustees'), distribute('vote_booths');
alter table vote_boxes add foreign key (org_id, vote_id) references votes on delete cascade;
alter table vote_box_heads add foreign key (org_id, box_id) references vote_boxes on delete cascade;
alter table vote_archive add foreign key (org_id, box_id) references vote_boxes on delete cascade;
alter table vote_credentials add foreign key (org_id, box_id) references vote_boxes on delete cascade, add foreign key (org_id, table_id) references vote_tables;
alter table vote_challenges add foreign key (org_id, box_id) references vote_boxes on delete cascade;
alter table vote_trustees add foreign key (org_id, box_id) references vote_boxes on delete cascade;
alter table vote_booths add foreign key (org_id, box_id) references vote_boxes on delete cascade, add foreign key (org_id, table_id) references vote_tables;
call protect('vote_boxes');
call protect('vote_box_heads');
call protect('vote_archive');
call protect('vote_credentials');
call protect('vote_challenges');
call protect('vote_trustees');
call protect('vote_booths');

grant select on vote_boxes, vote_box_heads, vote_archive, vote_trustees, vote_booths, vote_credentials
  to reach_org, reach_lists, reach_counts, reach_public, reach_job;
grant select on vote_challenges to reach_public;
grant insert on vote_boxes, vote_trustees, vote_credentials, vote_booths, vote_box_heads, vote_archive to reach_org;
grant update (election, trustees, discarded) on vote_boxes to reach_org;
grant update (token_hash) on vote_trustees to reach_org;
grant update (token_hash, chain_head, ballots, lost_because) on vote_booths to reach_org;
grant update (phase, parent, height, bytes, counted, counts) on vote_box_heads to reach_org, reach_public, reach_job;
grant delete on vote_credentials to reach_org;
grant insert on vote_archive to reach_public, reach_job;
grant insert on vote_challenges to reach_public;
grant update (certificate, dealing, verification) on vote_trustees to reach_public;
grant update (decrypted) on vote_trustees to reach_job;
grant update (chain_head, ballots) on vote_booths to reach_public;

-- A list of credentials stands still once the box is set up.
create policy not_after_setup on vote_credentials as restrictive for delete to reach_org
  using (not exists (select from vote_box_heads h where h.org_id = vote_credentials.org_id and h.box_id = vote_credentials.box_id));

create policy keeper on vote_boxes for select to door_keeper using (true);
create policy keeper on vote_trustees for select to door_keeper using (true);
create policy keeper on vote_booths for select to door_keeper using (true);
grant select on vote_boxes, vote_trustees, vote_booths to door_keeper;
set role door_keeper;

-- The box with this public name.
create function door.find_vote_box(called text)
returns table (org_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.org_id, b.id from vote_boxes b where b.uuid = called and not b.discarded
$$;

-- The trustee whose link this is.
create function door.find_vote_trustee(token bytea)
returns table (org_id uuid, box_id uuid, number int)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.org_id, t.box_id, t.number from vote_trustees t where t.token_hash = token
$$;

-- The booth whose tablet this is.
create function door.find_vote_booth(token bytea)
returns table (org_id uuid, id uuid, box_id uuid, table_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.org_id, b.id, b.box_id, b.table_id from vote_booths b where b.token_hash = token
$$;

reset role;
grant execute on function door.find_vote_box, door.find_vote_trustee, door.find_vote_booth to asamblea_app;
