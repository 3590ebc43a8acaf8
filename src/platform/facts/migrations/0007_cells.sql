-- Who may count whose facts: signed by the giver, in kinds and dimensions, until withdrawn. What was issued stays.
create table sharings (
  id uuid not null,
  parties uuid[] not null check (cardinality(parties) = 2),
  giver_id uuid not null,
  giver_name text not null,
  receiver_id uuid not null,
  receiver_name text not null,
  purpose text not null default '',
  kinds text[] not null,
  dimensions text[] not null,
  facts_from date not null,
  facts_until date,
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  signed_by uuid,
  signed_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (id),
  check (parties @> array[giver_id, receiver_id] and giver_id <> receiver_id)
);
comment on column sharings.dimensions is 'what the receiver may break down by; every other dimension of these facts is unknown to it';
create index sharings_received on sharings (receiver_id) where signed_at is not null and withdrawn_at is null;
select replicate('sharings');
call protect_shared('sharings');
grant select on sharings to reach_org, reach_lists, reach_counts, reach_job;
grant insert, update on sharings to reach_org, reach_job;

create index facts_reversed on facts (org_id, reverses) where reverses is not null;

-- The counting role reads facts and who shares what, and nothing else. Only the functions of this schema run as it.
create schema counting;
revoke all on schema counting from public;
grant usage, create on schema counting to fact_counter;
grant usage on schema counting to reach_org, reach_counts, reach_job;

create policy counting on facts for select to fact_counter using (true);
create policy counting on subject_aliases for select to fact_counter using (true);
create policy counting on sharings for select to fact_counter using (true);
grant select on facts, subject_aliases, sharings to fact_counter;

set role fact_counter;
alter default privileges in schema counting revoke execute on functions from public;

-- Whose facts the organization in context may count now: its own, and those shared with it in all of these kinds.
create function counting.givers(me uuid, kinds text[], since date, until date, dimension text) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array[me] || array(
    select s.giver_id from sharings s where s.receiver_id = me and s.signed_at is not null and s.withdrawn_at is null
      and s.kinds @> kinds and s.facts_from <= until and (s.facts_until is null or s.facts_until >= since)
      and (dimension is null or s.dimensions @> array[dimension]))
$$;

-- Counts one part of a definition over the facts that the organization in context may count. `part` is the closed grammar of
-- platform/facts/definition.ts; nothing of it is ever run as SQL text: names and values are quoted one by one. Answers one row
-- a cell, with the persons and the organizations behind it. A giver's dimension that was not shared reads as unknown.
create function counting.cells(part jsonb, breakdown text[], since date, until date, as_of bigint)
returns table (cell jsonb, value numeric, persons bigint, organizations bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := nullif(current_setting('app.org', true), '')::uuid;
  kinds text[] := array(select jsonb_array_elements_text(part->'kinds'));
  givers uuid[] := counting.givers(me, kinds, since, until, null);
  names text[] := array(select distinct unnest(breakdown || array(select w->>'dimension' from jsonb_array_elements(coalesce(part->'where', '[]')) w)));
  reads jsonb := '{}';
  filters text := '';
  keys text := '';
  groups text := '';
  allowed uuid[];
  filter jsonb;
  name text;
  counted text;
begin
  if me is null then raise 'no organization is counting' using errcode = '42501'; end if;
  if cardinality(breakdown) > 3 or cardinality(kinds) not between 1 and 12 then raise 'not a definition' using errcode = '22023'; end if;
  foreach name in array names loop
    allowed := counting.givers(me, kinds, since, until, name);
    reads := reads || jsonb_build_object(name, case when allowed @> givers then format('f.dimensions->>%L', name)
      else format('case when f.org_id = any(%L::uuid[]) then f.dimensions->>%L end', allowed, name) end);
  end loop;
  for filter in select * from jsonb_array_elements(coalesce(part->'where', '[]')) loop
    filters := filters || format(' and %s = any(%L::text[])', reads->>(filter->>'dimension'),
      array(select jsonb_array_elements_text(filter->'in')));
  end loop;
  foreach name in array breakdown loop
    keys := keys || format('%L, %s, ', name, reads->>name);
    groups := groups || format('%s, ', reads->>name);
  end loop;
  counted := case part->>'of'
    when 'facts' then 'count(*)::numeric'
    when 'quantity' then 'coalesce(sum(f.quantity), 0)::numeric'
    when 'subjects' then 'count(distinct coalesce(a.counts_as, f.subject_id))::numeric'
    when 'records' then 'count(distinct f.record_id)::numeric'
    when 'organizations' then 'count(distinct f.org_id)::numeric'
  end;
  if counted is null then raise 'not a definition' using errcode = '22023'; end if;
  return query execute format($query$
    select jsonb_build_object(%s) as cell, %s as value, %s as persons, count(distinct f.org_id) as organizations
    from facts f %s
    where f.org_id = any($1) and f.kind = any($2) and f.happened_on between $3 and $4 and f.number <= $5 %s
      and f.reverses is null and not exists (select from facts r where r.org_id = f.org_id and r.reverses = f.id and r.number <= $5)
    group by grouping sets ((%s))$query$,
    rtrim(keys, ', '), counted,
    case when part->>'of' = 'subjects' then counted || '::bigint' else 'count(distinct f.subject_id)' end,
    case when part->>'of' = 'subjects' then 'left join subject_aliases a on a.org_id = f.org_id and a.subject_id = f.subject_id' else '' end,
    filters, rtrim(groups, ', '))
  using givers, kinds, since, until, coalesce(as_of, 9223372036854775807);
end
$$;

-- How long it took, in days, from the first fact of one kind to the first of another about the same record, person or value of
-- a dimension; those that ended within the period count. Answers the median and the mean of each cell.
create function counting.durations(starts text[], ends text[], thread text, breakdown text[], since date, until date, as_of bigint)
returns table (cell jsonb, median numeric, mean numeric, threads bigint, persons bigint, organizations bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := nullif(current_setting('app.org', true), '')::uuid;
  kinds text[] := starts || ends;
  givers uuid[] := counting.givers(me, kinds, '-infinity', until, null);
  keys text := '';
  groups text := '';
  name text;
  allowed uuid[];
  read text;
  same text;
begin
  if me is null then raise 'no organization is counting' using errcode = '42501'; end if;
  if cardinality(breakdown) > 3 or cardinality(kinds) not between 2 and 12 then raise 'not a definition' using errcode = '22023'; end if;
  same := case thread when 'record' then 'f.record_id::text' when 'subject' then 'f.subject_id::text' else format('f.dimensions->>%L', thread) end;
  foreach name in array breakdown loop
    allowed := counting.givers(me, kinds, '-infinity', until, name);
    read := case when allowed @> givers then format('ended.dimensions->>%L', name)
      else format('case when ended.org_id = any(%L::uuid[]) then ended.dimensions->>%L end', allowed, name) end;
    keys := keys || format('%L, %s, ', name, read);
    groups := groups || format('%s, ', read);
  end loop;
  return query execute format($query$
    with counted as (
      select f.org_id, f.kind, f.happened_on, f.dimensions, f.subject_id, %s as thread from facts f
      where f.org_id = any($1) and f.kind = any($2 || $3) and f.happened_on <= $5 and f.number <= $6 and f.reverses is null
        and not exists (select from facts r where r.org_id = f.org_id and r.reverses = f.id and r.number <= $6)),
    began as (select org_id, thread, min(happened_on) as day from counted where kind = any($2) and thread is not null group by 1, 2),
    ended as (select distinct on (org_id, thread) org_id, thread, happened_on as day, dimensions, subject_id from counted
      where kind = any($3) and thread is not null order by org_id, thread, happened_on)
    select jsonb_build_object(%s), percentile_cont(0.5) within group (order by ended.day - began.day)::numeric,
      round(avg(ended.day - began.day), 2), count(*), count(distinct ended.subject_id), count(distinct ended.org_id)
    from ended join began on began.org_id = ended.org_id and began.thread = ended.thread and began.day <= ended.day
    where ended.day between $4 and $5 group by grouping sets ((%s))$query$,
    same, rtrim(keys, ', '), rtrim(groups, ', '))
  using givers, starts, ends, since, until, coalesce(as_of, 9223372036854775807);
end
$$;

reset role;
revoke all on all functions in schema counting from public;
grant execute on function counting.cells, counting.durations to reach_org, reach_counts, reach_job;
