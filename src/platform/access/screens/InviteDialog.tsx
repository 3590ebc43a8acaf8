import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Choices } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { approvalTexts } from '../messages.approvals.ts'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import type { Role } from '../roles.ts'
import { approvalFor } from '../team/rules.approvals.ts'
import { Failure } from './Failure.tsx'
import { InvitationCode } from './InvitationCode.tsx'
import type { List } from './Lists.tsx'
import { useMembership } from './session.tsx'
import styles from './team.module.css'
import { WhoGrants } from './WhoGrants.tsx'

const unionRoles = ['organizer', 'coordinator', 'adviser', 'vigilance', 'viewer', 'owner'] as const
const programRoles = ['program_officer', 'funder_officer', 'coordinator', 'owner'] as const

/** Who is invited, as what, and to which lists; then the code to show in person. */
export function InviteDialog({ lists, onClose }: { lists: readonly List[]; onClose: () => void }) {
  const text = useTexts(teamTexts)
  const { roles } = useTexts(accessTexts)
  const more = useTexts(approvalTexts)
  const client = useQueryClient()
  const { kind, role: mine, membershipId } = useMembership()
  const roleList: readonly Role[] = kind === 'union' || kind === 'center' ? unionRoles : programRoles
  const offered = roleList.filter((role) => role !== 'vigilance' || mine === 'owner')
  const [alias, setAlias] = useState('')
  const [role, setRole] = useState<Role>(offered[0]!)
  const [listIds, setListIds] = useState<string[]>([])
  const approvals = useQuery({ queryKey: ['team', 'approvals'], queryFn: () => api.team.approvals() })
  const needed = approvalFor(role)
  const requests = (approvals.data ?? []).filter(
    (one) =>
      one.kind === needed && one.subject === null && [one.askedBy, one.grantedBy].includes(membershipId),
  )
  const approval = requests.find(({ grantedBy }) => grantedBy)
  const pending = requests[0]
  const ask = useMutation({
    mutationFn: () =>
      api.team.askApproval({ id: crypto.randomUUID(), kind: needed!, subject: null, reason: alias.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['team', 'approvals'] }),
  })
  const invite = useMutation({
    mutationFn: () =>
      api.team.invite({
        id: crypto.randomUUID(),
        alias: alias.trim(),
        role,
        listIds: role === 'organizer' ? listIds : [],
        ...(needed && approval ? { approvalId: approval.id } : {}),
      }),
  })
  if (invite.data)
    return <InvitationCode title={text.invitationReady(alias)} {...invite.data} onClose={onClose} />
  return (
    <Dialog title={text.invite} onClose={onClose}>
      <TextInput
        label={text.alias}
        description={text.aliasHelp}
        value={alias}
        onChange={(event) => setAlias(event.currentTarget.value)}
        maxLength={60}
        data-autofocus
      />
      <NativeSelect
        label={text.role}
        description={text.roleHelp[role]}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
        data={offered.map((value) => ({ value, label: roles[value] }))}
      />
      {role === 'organizer' && lists.length > 0 && (
        <Choices
          label={text.lists}
          options={lists.map(({ id, name }) => ({ value: id, label: name }))}
          value={listIds}
          onChange={setListIds}
        />
      )}
      <p className={styles.soft}>{text.inviteLead}</p>
      {needed && !approval && (
        <Notice kind="warn">
          {pending ? more.waiting : more.askFirst}
          {pending && <WhoGrants approval={pending} />}
        </Notice>
      )}
      <Failure error={invite.error ?? ask.error ?? approvals.error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        {needed && !approval ? (
          <Button
            onClick={() => ask.mutate()}
            disabled={alias.trim() === '' || pending !== undefined}
            loading={ask.isPending}
          >
            {text.ask}: {text.approvalKinds[needed].toLowerCase()}
          </Button>
        ) : (
          <Button onClick={() => invite.mutate()} disabled={alias.trim() === ''} loading={invite.isPending}>
            {text.makeInvitation}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
