import type { Due, Retention } from '#platform/upkeep/retention.ts'
import { signUpDays } from './rules.ts'

/** What somebody left at the door and nobody took up is not kept for years: who left it expected to be called within weeks. */
export const signUpRetention: Retention = {
  target: 'sign-up',
  due: async (owner, now) => {
    const { rows } = await owner.query<Due>(
      `select s.org_id as "orgId", s.id from sign_ups s
       join activities a on a.org_id = s.org_id and a.id = s.activity_id where ${isDue}`,
      [now, signUpDays],
    )
    return rows
  },
  destroy: async (client, { orgId, id }, now) => {
    const { rowCount } = await client.query(
      `delete from sign_ups s using activities a
       where a.org_id = s.org_id and a.id = s.activity_id and ${isDue} and s.org_id = $3 and s.id = $4`,
      [now, signUpDays, orgId, id],
    )
    return rowCount === 1
  },
}

const isDue = `a.held_on + $2::int < $1::timestamptz::date`
