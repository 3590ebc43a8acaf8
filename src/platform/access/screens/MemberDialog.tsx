import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Choices } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { teamTexts } from '../messages.team.ts'
import { Failure } from './Failure.tsx'
import { InvitationCode } from './InvitationCode.tsx'
import type { List } from './Lists.tsx'
import type { Member } from './TeamPage.tsx'
import { WhoGrants } from './WhoGrants.tsx'

/** A member's alias and lists, and giving back access to who lost it: asked by one, approved by another. */
export function MemberDialog({
  member,
  lists,
  onClose,
}: {
  member: Member
  lists: readonly List[]
  onClose: () => void
}) {
  const text = useTexts(teamTexts)
  const client = useQueryClient()
  const [alias, setAlias] = useState(member.alias)
  const [listIds, setListIds] = useState<string[]>([...member.lists])
  const approvals = useQuery({ queryKey: ['team', 'approvals'], queryFn: () => api.team.approvals() })
  const approval = approvals.data?.find((one) => one.kind === 'recovery' && one.subject === member.id)
  const refresh = () => client.invalidateQueries({ queryKey: ['team'] })
  const save = useMutation({
    mutationFn: async () => {
      if (alias.trim() !== member.alias) await api.team.rename({ id: member.id, alias: alias.trim() })
      await api.team.assign({ id: member.id, listIds })
    },
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  })
  const ask = useMutation({
    mutationFn: () =>
      api.team.askApproval({ id: crypto.randomUUID(), kind: 'recovery', subject: member.id, reason: '' }),
    onSuccess: refresh,
  })
  const recover = useMutation({
    mutationFn: () =>
      api.team.recover({ id: crypto.randomUUID(), membershipId: member.id, approvalId: approval!.id }),
    onSuccess: refresh,
  })
  if (recover.data)
    return <InvitationCode title={text.invitationReady(member.alias)} {...recover.data} onClose={onClose} />
  return (
    <Dialog title={member.alias} onClose={onClose}>
      <TextInput
        label={text.alias}
        value={alias}
        onChange={(event) => setAlias(event.currentTarget.value)}
        maxLength={60}
      />
      {member.role === 'organizer' && (
        <Choices
          label={text.lists}
          options={lists.map(({ id, name }) => ({ value: id, label: name }))}
          value={listIds}
          onChange={setListIds}
        />
      )}
      {approval?.grantedBy ? (
        <Button variant="default" onClick={() => recover.mutate()} loading={recover.isPending}>
          {text.recover}
        </Button>
      ) : (
        <Button
          variant="default"
          onClick={() => ask.mutate()}
          disabled={approval !== undefined}
          loading={ask.isPending}
        >
          {text.askRecovery}
        </Button>
      )}
      {approval && !approval.grantedBy && <WhoGrants approval={approval} />}
      <Failure error={save.error ?? ask.error ?? recover.error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button onClick={() => save.mutate()} loading={save.isPending} disabled={alias.trim() === ''}>
          {text.save}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
