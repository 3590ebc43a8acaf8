import { useQuery } from '@tanstack/react-query'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { approvalTexts } from '../messages.approvals.ts'
import styles from './team.module.css'

type Approval = Awaited<ReturnType<typeof api.team.approvals>>[number]

/** Beside what waits for a second person: who that may be, and why it is not whoever looks. */
export function WhoGrants({ approval: { granters, obstacle } }: { approval: Approval }) {
  const text = useTexts(approvalTexts)
  const members = useQuery({ queryKey: ['team', 'members'], queryFn: () => api.team.members() })
  const names = granters.flatMap((id) => members.data?.find((member) => member.id === id)?.alias ?? [])
  return (
    <div className={styles.soft}>
      {obstacle && text.why[obstacle]}{' '}
      {granters.length === 0 ? text.nobodyGrants : text.canGrant(names.join(', '))}
    </div>
  )
}
