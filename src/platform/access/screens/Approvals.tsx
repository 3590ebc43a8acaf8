import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#api'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { approvalTexts } from '../messages.approvals.ts'
import { teamTexts } from '../messages.team.ts'
import { Failure } from './Failure.tsx'
import styles from './team.module.css'
import { WhoGrants } from './WhoGrants.tsx'

type Member = { id: string; alias: string }

/** What one person asked for and another may grant. */
export function Approvals({ members }: { members: readonly Member[] }) {
  const text = useTexts(teamTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const { lead } = useTexts(approvalTexts)
  const approvals = useQuery({ queryKey: ['team', 'approvals'], queryFn: () => api.team.approvals() })
  const settle = useMutation({
    mutationFn: ({ id, grant }: { id: string; grant: boolean }) =>
      grant ? api.team.grantApproval({ id }) : api.team.refuseApproval({ id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['team', 'approvals'] }),
  })
  const ask = useMutation({
    mutationFn: (kind: 'owner' | 'coordinator') =>
      api.team.askApproval({ id: crypto.randomUUID(), kind, subject: null, reason: '' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['team', 'approvals'] }),
  })
  const aliasOf = (id: string | null) => members.find((member) => member.id === id)?.alias ?? '—'
  return (
    <>
      <p className={styles.soft}>{lead}</p>
      <Failure error={approvals.error ?? settle.error ?? ask.error} />
      <ul className={styles.list}>
        {approvals.data?.map((approval) => {
          const { id, kind, subject, reason, askedBy, askedAt, grantedBy, obstacle } = approval
          return (
            <li key={id} className={styles.row}>
              <div>
                <strong>
                  {[text.approvalKinds[kind], members.find((member) => member.id === subject)?.alias]
                    .filter(Boolean)
                    .join(': ')}
                </strong>
                <div className={styles.soft}>
                  {text.askedBy(aliasOf(askedBy), moment(askedAt, language))} {reason}
                </div>
                {!grantedBy && <WhoGrants approval={approval} />}
              </div>
              {grantedBy ? (
                <span>{text.granted}</span>
              ) : kind === 'vault' ? (
                <span className={styles.soft}>{text.vaultWhere}</span>
              ) : (
                <div className={styles.bar}>
                  {obstacle === null && (
                    <Button size="sm" onClick={() => settle.mutate({ id, grant: true })}>
                      {text.grant}
                    </Button>
                  )}
                  <Button size="sm" variant="default" onClick={() => settle.mutate({ id, grant: false })}>
                    {text.refuse}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
        {approvals.data?.length === 0 && <li className={styles.soft}>{text.noApprovals}</li>}
      </ul>
      <div className={styles.bar}>
        {(['coordinator', 'owner'] as const).map((kind) => (
          <Button key={kind} variant="default" onClick={() => ask.mutate(kind)} loading={ask.isPending}>
            {text.ask}: {text.approvalKinds[kind].toLowerCase()}
          </Button>
        ))}
      </div>
    </>
  )
}
