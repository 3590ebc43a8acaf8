import type { OrgId } from '../../src/platform/db/brand.ts'
import type { World } from '../../src/testing/world.ts'
import type { Plant } from './plant.ts'

/**
 * What a campaign leaves behind it: a conversation with everybody who was talked to, its assessment, promise, next step, fact
 * and operation, and an identity (of random bytes: nobody opens them) for every person.
 */
export const addTalks = async ({ owner }: World, org: OrgId, { campaignId }: Plant, memberId: string) => {
  const talked = `from placements pl join people p on p.org_id = pl.org_id and p.id = pl.person_id
    where pl.org_id = $1 and pl.campaign_id = $2 and pl.level is not null`
  const about = 'pl.org_id, pl.campaign_id, p.id, p.id, p.list_ids, $3::uuid'
  const add = (table: string, columns: string, values: string) =>
    owner.query(
      `insert into ${table} (org_id, campaign_id, id, person_id, list_ids, author_id, ${columns}) select ${about}, ${values} ${talked}`,
      [org, campaignId, memberId],
    )
  await add(
    'conversations',
    'talked_at, talked_on, concerns, asked',
    `pl.talked_on, pl.talked_on, '{wages}', 'meet'`,
  )
  await add('assessments', 'conversation_id, level, assessed_at', 'p.id, pl.level, pl.talked_on')
  await add(
    'promises',
    'keeper_id, conversation_id, kind, made_on, due_on',
    `$3, p.id, 'will_come', pl.talked_on, pl.talked_on + 7`,
  )
  await add('next_steps', 'keeper_id, conversation_id, due_on', '$3, p.id, pl.talked_on + 9')
  await owner.query(
    `insert into facts (org_id, id, kind, happened_on, recorded_by, source, record_id, subject_id, dimensions)
     select pl.org_id, p.id, 'conversation.held', pl.talked_on, $3, 'conversations', p.id, p.subject_id, '{"state": "11"}' ${talked}`,
    [org, campaignId, memberId],
  )
  await owner.query(
    `insert into operations (org_id, id, device_id, sequence, kind, outcome)
     select pl.org_id, p.id, $3, row_number() over (), 'conversation.record', 'done' ${talked}`,
    [org, campaignId, memberId],
  )
  const random = 'uuid_send(gen_random_uuid())'
  await owner.query(
    `insert into person_vault (org_id, person_id, list_ids, name_blind, name_block, phone_blind, identifier_blind)
     select org_id, id, list_ids, ${random}, ${random}, ${random}, ${random} from people where org_id = $1`,
    [org],
  )
}
