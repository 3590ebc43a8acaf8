import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { scratchCluster } from '../../src/platform/db/embedded/scratch.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { setUp } from '../../src/platform/db/setup.ts'
import { declareKinds } from '../../src/platform/facts/sync.ts'
import { kinds } from '../../src/server.ts'

/**
 * A database of `facts` facts of as many organizations as said, over the three years up to `until`, all shared with one
 * program. The same every time. Each organization has a state, a sector and a sixth as many people as facts; what happens
 * often in the field is often here: 70 % conversations, 20 % contacts.
 */
export const manyFacts = async (facts: number, organizations: number, until: string) => {
  const cluster = await scratchCluster([
    ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=8GB'],
    ...['shared_buffers=2GB', 'maintenance_work_mem=512MB', 'work_mem=64MB', 'jit=off'],
  ])
  const { owner: credentials, app } = await setUp(cluster.superuser, cluster.folder)
  const owner = new pg.Pool({ ...credentials, max: 2 })
  // Its idle connections are still open as the server stops.
  owner.on('error', () => {})
  await migrate(owner)
  await declareKinds(owner, kinds)
  const program = randomUUID()
  await owner.query(
    `insert into organizations (id, name, kind, time_zone) values ($1, 'Programa', 'program', 'America/Mexico_City')`,
    [program],
  )
  await owner.query(
    `insert into organizations (id, name, kind, time_zone)
     select md5('org' || n)::uuid, 'Sindicato ' || n, 'union', 'America/Mexico_City' from generate_series(1, $1::int) n`,
    [organizations],
  )
  await owner.query(
    `insert into sharings (id, parties, giver_id, giver_name, receiver_id, receiver_name, kinds, dimensions, facts_from, proposed_by, signed_by, signed_at)
     select gen_random_uuid(), array[o.id, $1::uuid], o.id, o.name, $1, 'Programa', $2, array['state', 'sector', 'committee', 'sex', 'age_band', 'outcome'],
       '2000-01-01', $1, o.id, now() from organizations o where o.kind = 'union'`,
    [program, Object.keys(kinds)],
  )
  await owner.query('drop index facts_counted, facts_of_record, facts_reversed, facts_by_arrival')
  await owner.query(
    `insert into facts (org_id, id, kind, happened_on, source, record_id, subject_id, dimensions)
     select md5('org' || org)::uuid, md5('fact' || n)::uuid, kind, $2::date - (h % 1095), 'bench',
       -- A group or a campaign begins and ends under one record; a conversation is its own.
       case when kind ~ '^(group|campaign)' then md5('record' || org || n / $3 % 2500)::uuid else md5('fact' || n)::uuid end,
       case when kind ~ '^(contact|conversation|leader)' then md5('person' || org || (h / 7) % greatest(1, $1 / $3 / 6))::uuid end,
       jsonb_build_object('state', lpad((1 + (case when h % 10 = 0 then h / 11 else org end) % 32)::text, 2, '0'),
         'sector', (array['automotive', 'auto_parts', 'aerospace', 'call_centers', 'electronics', 'textiles', 'industrial_bakeries', 'logistics', 'mining'])[1 + org % 9])
       || case when kind ~ '^leader' then jsonb_build_object('sex', (array['woman', 'man'])[1 + h / 13 % 2], 'age_band', (array['15-29', '30-44', '45-59', '60+'])[1 + h / 17 % 4]) else '{}' end
       || case when kind ~ '^(group|leader)' then jsonb_build_object('committee', (array['organizing', 'executive', 'section'])[1 + h / 19 % 3]) else '{}' end
       || case when kind = 'campaign.closed' then jsonb_build_object('outcome', (array['won', 'lost', 'paused'])[1 + h / 23 % 3]) else '{}' end
     from (select n, h, 1 + n % $3 as org, (case when h / 29 % 100 < 70 then 'conversation.held' when h / 29 % 100 < 90 then 'contact.made'
         when h / 29 % 100 < 94 then 'leader.named' else (array['leader.left', 'group.begun', 'group.formed', 'group.dissolved', 'campaign.opened', 'campaign.closed'])[1 + h / 31 % 6] end) as kind
       from (select n, abs(hashint4(n)) % 1000000007 as h from generate_series(1, $1::int) n) numbered) facts`,
    [facts, until, organizations],
  )
  await owner.query('create index facts_counted on facts (org_id, kind, happened_on)')
  await owner.query('create index facts_of_record on facts (org_id, record_id)')
  await owner.query(
    'create index facts_reversed on facts (org_id, reverses) include (number) where reverses is not null',
  )
  await owner.query('create index facts_by_arrival on facts (org_id, number)')
  await owner.query(
    `insert into facts (org_id, id, kind, happened_on, source, record_id, subject_id, dimensions, reverses)
     select org_id, md5('back' || id)::uuid, kind, happened_on, source, record_id, subject_id, dimensions, id from facts where id > 'ff000000-0000-0000-0000-000000000000'`,
  )
  await owner.query('vacuum analyze')
  const end = async () => {
    await owner.end()
    await cluster.end()
  }
  return { owner, credentials, app, program, end }
}
