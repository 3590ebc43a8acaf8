-- What people say of themselves, apart from who they are: only how many gave an answer, never one by one and never when.
create table self_tallies (
  org_id uuid not null references organizations,
  occasion_id uuid not null,
  question text not null,
  answer text not null,
  people int not null,
  -- Drawn once, and never shown: by how much the number is lifted before it is shown in steps of five.
  lift smallint not null default floor(random() * 5),
  primary key (org_id, occasion_id, question, answer)
);
select distribute('self_tallies');
call protect('self_tallies');
grant select on self_tallies to reach_org;
grant insert, update on self_tallies to reach_public;
-- Adding one must read the row it adds to, and nothing of who answered stands there.
grant select on self_tallies to reach_public;
