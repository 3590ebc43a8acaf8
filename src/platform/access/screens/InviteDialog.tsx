import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Choices } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { approvalTexts } from '../messages.approvals.ts'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import { type Role, rolesIn } from '../roles.ts'
import { approvalFor } from '../team/rules.approvals.ts'
import { Agreement, useAgreement } from './Agreement.tsx'
import { Failure } from './Failure.tsx'
import { InvitationCode } from './InvitationCode.tsx'
import type { List } from './Lists.tsx'
import { useMembership } from './session.tsx'
import styles from './team.module.css'

/** Who is invited, as what, and to which lists; then the code to show in person. */
export function InviteDialog({ lists, onClose }: { lists: readonly List[]; onClose: () => void }) {
  const text = useTexts(teamTexts)
  const { roles } = useTexts(accessTexts)
  const { askFirst } = useTexts(approvalTexts)
  const client = useQueryClient()
  const { kind, role: mine } = useMembership()
  const offered = rolesIn(kind).filter((role) => role !== 'vigilance' || mine === 'owner')
  const [alias, setAlias] = useState('')
  const [role, setRole] = useState<Role>(offered[0]!)
  const [listIds, setListIds] = useState<string[]>([])
  const needed = approvalFor(role)
  const { granted, open, ask, error } = useAgreement(needed, null)
  const invite = useMutation({
    mutationFn: () =>
      api.team.invite({
        id: crypto.randomUUID(),
        alias: alias.trim(),
        role,
        listIds: role === 'organizer' ? listIds : [],
        ...(granted ? { approvalId: granted.id } : {}),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['team'] }),
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
      {needed && !granted && <Agreement open={open} askFirst={askFirst} />}
      <Failure error={invite.error ?? error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        {needed && !granted ? (
          <Button
            onClick={() => ask.mutate(alias.trim())}
            disabled={alias.trim() === '' || open !== undefined}
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
