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
-- Whoever receives proposes; whoever gives signs what it gives, and withdraws it. What was proposed of whose facts never changes.
grant insert (id, parties, giver_id, giver_name, receiver_id, receiver_name, purpose, kinds, dimensions, facts_from, facts_until, proposed_by)
  on sharings to reach_org;
grant update (kinds, dimensions, signed_by, signed_at, withdrawn_by, withdrawn_at) on sharings to reach_org;
create policy receiver_proposes on sharings as restrictive for insert to reach_org
  with check (receiver_id = nullif(current_setting('app.org', true), '')::uuid);
create policy giver_settles on sharings as restrictive for update to reach_org
  using (giver_id = nullif(current_setting('app.org', true), '')::uuid);

create index facts_reversed on facts (org_id, reverses) include (number) where reverses is not null;
create index facts_by_arrival on facts (org_id, number);
create index facts_by_kind on facts (org_id, kind, number);

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

-- Whose facts the organization in context may count now: its own, and those shared with it in all of these kinds. The kinds asked
-- for are named by the function: alone, the word is the column.
create function counting.givers(me uuid, kinds text[], since date, until date, dimension text) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array[me] || array(
    select s.giver_id from sharings s where s.receiver_id = me and s.signed_at is not null and s.withdrawn_at is null
      and s.kinds @> givers.kinds and s.facts_from <= until and (s.facts_until is null or s.facts_until >= since)
      and (dimension is null or s.dimensions @> array[dimension]))
$$;

-- The days of which the organization in context may count whose facts: all of its own, and what was shared with it in all of
-- these kinds. No day of a giver stands in two rows.
create function counting.windows(me uuid, kinds text[], since date, until date) returns table (org_id uuid, first date, last date)
language sql stable security definer set search_path = public, pg_temp as $$
  select me, since, until
  union all
  select giver_id, lower(days), upper(days) - 1 from (
    select s.giver_id, unnest(range_agg(daterange(greatest(s.facts_from, since), least(s.facts_until, until), '[]'))) as days
    from sharings s where s.receiver_id = me and s.giver_id <> me and s.signed_at is not null and s.withdrawn_at is null
      and s.kinds @> windows.kinds and s.facts_from <= until and (s.facts_until is null or s.facts_until >= greatest(s.facts_from, since))
    group by s.giver_id) shared
$$;

-- What of a definition's part becomes SQL: whose facts, and one expression for each dimension it reads. `part` is the closed
-- grammar of platform/facts/definition.ts; nothing of it is ever run as SQL text: names and values are quoted one by one. A
-- giver's dimension that was not shared reads as unknown. `kind` is read as a dimension too.
create function counting.scope(kinds text[], filters jsonb, breakdown text[], since date, until date, out givers uuid[], out reads jsonb, out filtered text, out source text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := nullif(current_setting('app.org', true), '')::uuid;
  names text[] := array(select distinct unnest(breakdown || array(select f->>'dimension' from jsonb_array_elements(coalesce(filters, '[]')) f)));
  allowed uuid[];
  filter jsonb;
  name text;
begin
  if me is null then raise 'no organization is counting' using errcode = '42501'; end if;
  if cardinality(breakdown) > 3 or cardinality(kinds) not between 1 and 12 then raise 'not a definition' using errcode = '22023'; end if;
  givers := counting.givers(me, kinds, since, until, null);
  reads := '{"kind": "f.kind"}';
  filtered := '';
  -- Whoever shares only a part of these days is read for that part: a row for each of its windows, which the facts are joined to.
  -- Where everybody shares them all, the list of givers does.
  select case when bool_and(first = since and last = until) then 'facts f'
    else format('unnest(%L::uuid[], %L::date[], %L::date[]) w (org_id, first, last) join facts f on f.org_id = w.org_id and f.happened_on between w.first and w.last',
      array_agg(org_id), array_agg(first), array_agg(last)) end
  from counting.windows(me, kinds, since, until) into source;
  foreach name in array array_remove(names, 'kind') loop
    allowed := counting.givers(me, kinds, since, until, name);
    -- Set against set: one array within another is looked for item by item, which hundreds of givers feel.
    reads := reads || jsonb_build_object(name, case when not exists (select unnest(givers) except select unnest(allowed)) then format('f.dimensions->>%L', name)
      else format('case when f.org_id = any(%L::uuid[]) then f.dimensions->>%L end', allowed, name) end);
  end loop;
  for filter in select * from jsonb_array_elements(coalesce(filters, '[]')) loop
    filtered := filtered || format(' and %s = any(%L::text[])', reads->>(filter->>'dimension'),
      array(select jsonb_array_elements_text(filter->'in')));
  end loop;
end
$$;

-- The facts that stand, of some kinds: not taken back, and no taking back. $1 givers, $4 to $5 days, $6 the last number seen.
create function counting.standing(kinds text, source text) returns text language sql immutable as $$
  select case when source = 'facts f' then 'f.org_id = any($1) and ' else '' end || format('f.kind = any(%s) and f.happened_on between $4 and $5 and f.number <= $6 and f.reverses is null
    and not exists (select from facts r where r.org_id = f.org_id and r.reverses = f.id and r.reverses is not null and r.number <= $6)', kinds)
$$;
create function counting.selected(sign text, columns text, kinds text, filtered text, source text) returns text language sql immutable as $$
  select format('select f.org_id, f.quantity, f.record_id, %s as sign, coalesce(a.counts_as, f.subject_id) as subject %s
    from %s left join subject_aliases a on a.org_id = f.org_id and a.subject_id = f.subject_id where %s %s',
    sign, columns, source, counting.standing(kinds, source), filtered)
$$;

-- Counts one part of a definition over the facts that the organization in context may count: one row for each combination of
-- the breakdown, with the persons and the organizations behind it and the two largest contributions of one organization. With
-- `margins`, also every total over each dimension; a cell then names the dimensions it is not a total over. People are
-- distinct within an organization, so that their number adds up over organizations; a record is one, whoever tells it. What `part.ended` names is taken off: a stock.
create function counting.cells(part jsonb, breakdown text[], since date, until date, as_of bigint, margins boolean default false)
returns table (cell jsonb, value numeric, persons bigint, organizations bigint, largest numeric, second numeric, own numeric)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  began text[] := array(select jsonb_array_elements_text(part->'kinds'));
  ended text[] := array(select jsonb_array_elements_text(part->'ended'->'kinds'));
  come record := counting.scope(began || ended, part->'where', breakdown, since, until);
  gone record := counting.scope(began || ended, part->'ended'->'where', breakdown, since, until);
  columns text := '';
  names text := '';
  cells text := '';
  at int := 0;
  name text;
  counted text;
begin
  counted := case part->>'of'
    when 'facts' then 'sum(sign)::numeric'
    when 'quantity' then 'coalesce(sum(quantity), 0)::numeric'
    when 'subjects' then 'count(distinct subject)::numeric'
    when 'records' then 'count(distinct record_id)::numeric'
    when 'organizations' then '1::numeric'
  end;
  if counted is null then raise 'not a definition' using errcode = '22023'; end if;
  foreach name in array breakdown loop
    at := at + 1;
    columns := columns || format(', %s as d%s', come.reads->>name, at);
    names := names || format(', d%s', at);
    cells := cells || format(' || case when level & %s = 0 then jsonb_build_object(%L, d%s) else ''{}'' end', 1 << (cardinality(breakdown) - at), name, at);
  end loop;
  return query execute format($query$
    with counted as (%1$s %2$s),
    given as (
      select org_id, %3$s as level, %4$s as value, %5$s as persons %6$s
      from counted group by org_id %7$s %9$s)
    select '{}'::jsonb %8$s, coalesce(max(value) filter (where org_id is null), sum(value)), sum(persons)::bigint,
      count(*) filter (where org_id is not null and value <> 0), max(value) filter (where org_id is not null),
      coalesce((array_agg(value order by value desc) filter (where org_id is not null))[2], 0),
      coalesce(sum(value) filter (where org_id = $8), 0)
    from given group by level %6$s$query$,
    counting.selected('1', columns, '$2', come.filtered, come.source),
    case when part ? 'ended' then 'union all ' || counting.selected('-1', columns, '$3', gone.filtered, gone.source) else '' end,
    case when names = '' then '0' else format('grouping(%s)', ltrim(names, ', ')) end, counted,
    case when part ? 'ended' then 'greatest(0, count(distinct subject) filter (where sign > 0) - count(distinct subject) filter (where sign < 0))'
      else 'count(distinct subject)' end,
    names, case when names = '' then '' when margins then format(', cube (%s)', ltrim(names, ', ')) else names end, cells,
    -- A record that several organizations hold together is one: what each told of it does not add up to the whole.
    case when part->>'of' = 'records' then format('union all select null, %s, %s, 0 %s from counted group by %s having count(*) > 0',
      case when names = '' then '0' else format('grouping(%s)', ltrim(names, ', ')) end, counted, names,
      case when names = '' then '()' when margins then format('cube (%s)', ltrim(names, ', ')) else ltrim(names, ', ') end) else '' end)
  using come.givers, began, ended, since, until, coalesce(as_of, 9223372036854775807), null, nullif(current_setting('app.org', true), '')::uuid;
end
$$;

-- How long it took, in days, from the first fact of one kind to the first of another about the same record, person or value of
-- a dimension; those that ended within the period count. Answers the median and the mean of each cell, with `margins` of each
-- total too. Of two that end a thread on one day the first to arrive says where it is counted, so that it is counted there again.
create function counting.durations(starts text[], ends text[], thread text, breakdown text[], since date, until date, as_of bigint, margins boolean default false)
returns table (cell jsonb, median numeric, mean numeric, threads bigint, persons bigint, organizations bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  scope record := counting.scope(starts || ends, '[]', breakdown || case when thread in ('record', 'subject') then '{}' else array[thread] end, '-infinity', until);
  columns text := '';
  names text := '';
  cells text := '';
  at int := 0;
  name text;
begin
  foreach name in array breakdown loop
    at := at + 1;
    columns := columns || format(', %s as d%s', scope.reads->>name, at);
    names := names || format(', d%s', at);
    cells := cells || format(' || case when grouping(d%s) = 0 then jsonb_build_object(%L, d%s) else ''{}'' end', at, name, at);
  end loop;
  return query execute format($query$
    with counted as (
      select f.org_id, f.kind, f.happened_on as day, f.number, f.subject_id,
        %1$s as thread %2$s
      from %6$s where %3$s %7$s),
    began as (select org_id, thread, min(day) as day from counted where kind = any($3) and thread is not null group by 1, 2),
    ended as (select distinct on (org_id, thread) * from counted where kind = any($7) and thread is not null order by org_id, thread, day, number)
    select '{}'::jsonb %4$s, percentile_cont(0.5) within group (order by ended.day - began.day)::numeric,
      round(avg(ended.day - began.day), 2), count(*), count(distinct ended.subject_id), count(distinct ended.org_id)
    from ended join began on began.org_id = ended.org_id and began.thread = ended.thread and began.day <= ended.day
    where ended.day >= $8 %5$s$query$,
    case thread when 'record' then 'f.record_id::text' when 'subject' then 'f.subject_id::text' else scope.reads->>thread end,
    columns, counting.standing('$2', scope.source), cells,
    case when names = '' then '' else format('group by %s (%s)', case when margins then 'cube' else 'grouping sets (' end, ltrim(names, ', '))
      || case when margins then '' else ')' end end, scope.source, scope.filtered)
  using scope.givers, starts || ends, starts, '-infinity'::date, until, coalesce(as_of, 9223372036854775807), ends, since;
end
$$;

-- Facts behind one part of a definition, drawn by lot: the same seed draws the same facts from the same ones.
create function counting.sample(part jsonb, since date, until date, as_of bigint, seed text, size int)
returns table (org_id uuid, id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  kinds text[] := array(select jsonb_array_elements_text(part->'kinds'));
  scope record := counting.scope(kinds, part->'where', '{}', since, until);
begin
  return query execute format('select f.org_id, f.id from %s where %s %s order by sha256(convert_to($3 || f.id, ''UTF8'')), f.id limit $7',
    scope.source, counting.standing('$2', scope.source), scope.filtered)
  using scope.givers, kinds, seed, since, until, coalesce(as_of, 9223372036854775807), size;
end
$$;

-- The number of the last fact that the organization in context may count: of its own, and of the kinds and days that others share
-- with it. What arrived since `before` is left out, so that whoever asks again and again learns of a day and not of a moment.
create function counting.last_number(before timestamptz default null) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(number), 0) from (
    select (select f.number from facts f where f.org_id = nullif(current_setting('app.org', true), '')::uuid
      and f.recorded_at < coalesce(before, 'infinity') order by f.number desc limit 1) as number
    union all
    select latest.number from sharings s cross join unnest(s.kinds) shared cross join lateral (
      select f.number from facts f where f.org_id = s.giver_id and f.kind = shared and f.happened_on >= s.facts_from
        and f.happened_on <= coalesce(s.facts_until, 'infinity') and f.recorded_at < coalesce(before, 'infinity')
      order by f.number desc limit 1) latest
    where s.receiver_id = nullif(current_setting('app.org', true), '')::uuid and s.signed_at is not null and s.withdrawn_at is null) arrived
$$;

reset role;
revoke all on all functions in schema counting from public;
grant execute on function counting.cells, counting.durations, counting.sample, counting.last_number to reach_org, reach_counts, reach_job;
