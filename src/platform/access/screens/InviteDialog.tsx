import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Choices } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import type { Role } from '../roles.ts'
import { Failure } from './Failure.tsx'
import { InvitationCode } from './InvitationCode.tsx'
import type { List } from './Lists.tsx'
import { useMembership } from './session.tsx'
import styles from './team.module.css'

const unionRoles = ['organizer', 'coordinator', 'adviser', 'vigilance', 'viewer', 'owner'] as const
const programRoles = ['program_officer', 'funder_officer', 'coordinator', 'owner'] as const

/** Who is invited, as what, and to which lists; then the code to show in person. */
export function InviteDialog({ lists, onClose }: { lists: readonly List[]; onClose: () => void }) {
  const text = useTexts(teamTexts)
  const { roles } = useTexts(accessTexts)
  const { kind } = useMembership()
  const offered = kind === 'union' || kind === 'center' ? unionRoles : programRoles
  const [alias, setAlias] = useState('')
  const [role, setRole] = useState<Role>(offered[0])
  const [listIds, setListIds] = useState<string[]>([])
  const approvals = useQuery({ queryKey: ['team', 'approvals'], queryFn: () => api.team.approvals() })
  const approval = approvals.data?.find(
    (one) => one.kind === 'owner' && one.subject === null && one.grantedBy,
  )
  const invite = useMutation({
    mutationFn: () =>
      api.team.invite({
        id: crypto.randomUUID(),
        alias: alias.trim(),
        role,
        listIds: role === 'organizer' ? listIds : [],
        ...(role === 'owner' && approval ? { approvalId: approval.id } : {}),
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
      <Failure error={invite.error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button onClick={() => invite.mutate()} disabled={alias.trim() === ''} loading={invite.isPending}>
          {text.makeInvitation}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
