import { sql } from 'kysely'
import type { MembershipId } from '../../db/brand.ts'
import type { Actor, Tx } from '../../db/doors.ts'
import { type Leader, obstacleTo } from './rules.approvals.ts'

/** Everybody who leads now, by id, each with the line of those who brought them. */
export const findLeaders = async (tx: Tx, { orgId }: Actor): Promise<ReadonlyMap<string, Leader>> => {
  const { rows } = await sql<Leader>`
    with recursive line (leader, id) as (
      select id, id from memberships
      where org_id = ${orgId} and ended_at is null and role in ('owner', 'coordinator')
      union
      select line.leader, brought.by from line
      join memberships m on m.org_id = ${orgId} and m.id = line.id cross join unnest(m.brought_by) as brought (by))
    select m.id, m.role, m.grants_from, m.brought_by, array_agg(line.id) as line
    from line join memberships m on m.org_id = ${orgId} and m.id = line.leader
    group by m.id, m.role, m.grants_from, m.brought_by order by m.id`.execute(tx)
  return new Map(rows.map((leader) => [leader.id, leader]))
}

/** Why somebody may not say of another that they know them: the same rule as for granting. Undefined when they may. */
export const obstacleToVouch = (
  leaders: ReadonlyMap<string, Leader>,
  { membershipId }: Actor,
  id: string,
  now: Date,
) =>
  obstacleTo(leaders.get(membershipId), leaders.get(id), { kind: 'coordinator', subjectRole: undefined }, now)

/** From here on they stand for themselves: who brought them no longer counts. */
export const clearLine = (tx: Tx, { orgId }: Actor, id: MembershipId) =>
  tx
    .updateTable('memberships')
    .set({ broughtBy: [] })
    .where('orgId', '=', orgId)
    .where('id', '=', id)
    .execute()
