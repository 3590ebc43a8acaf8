import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { approvalTexts } from '../messages.approvals.ts'
import { memberTexts } from '../messages.members.ts'
import type { ApprovalKind } from '../team/rules.approvals.ts'
import { useMembership } from './session.tsx'
import { WhoGrants } from './WhoGrants.tsx'

type Approval = Awaited<ReturnType<typeof api.team.approvals>>[number]

/**
 * What takes two people, seen by one of them: `granted` is theirs to use; `open` waits, or is for others to use. Without a
 * subject somebody else's request is about somebody else. Without a kind nothing is needed.
 */
export const useAgreement = (kind: Exclude<ApprovalKind, 'vault'> | undefined, subject: string | null) => {
  const client = useQueryClient()
  const { membershipId } = useMembership()
  const approvals = useQuery({ queryKey: ['team', 'approvals'], queryFn: () => api.team.approvals() })
  const ask = useMutation({
    mutationFn: (reason: string) =>
      api.team.askApproval({ id: crypto.randomUUID(), kind: kind!, subject, reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['team', 'approvals'] }),
  })
  const isMine = ({ askedBy, grantedBy }: Approval) => [askedBy, grantedBy].includes(membershipId)
  const about = (approvals.data ?? []).filter((one) => one.kind === kind && one.subject === subject)
  const granted = about.find((one) => one.grantedBy && isMine(one))
  const open = about.find((one) => subject !== null || isMine(one))
  return { granted, open, ask, error: approvals.error ?? ask.error }
}

/** Says what is missing until it is granted: to ask, or for whom one waits. */
export function Agreement({ open, askFirst }: { open: Approval | undefined; askFirst: string }) {
  const { waiting } = useTexts(approvalTexts)
  const { agreedByOthers } = useTexts(memberTexts)
  if (!open) return <Notice kind="warn">{askFirst}</Notice>
  if (open.grantedBy) return <Notice kind="warn">{agreedByOthers}</Notice>
  return (
    <Notice kind="warn">
      {waiting}
      <WhoGrants approval={open} />
    </Notice>
  )
}
