import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#api'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { memberTexts } from '../messages.members.ts'
import { teamTexts } from '../messages.team.ts'
import { Agreement, useAgreement } from './Agreement.tsx'
import { Failure } from './Failure.tsx'
import { InvitationCode } from './InvitationCode.tsx'
import type { Member } from './TeamPage.tsx'

/** Gives back access to who lost it: asked by one, approved by another, a new code shown in person. */
export function RecoveryDialog({
  member: { id: membershipId, alias },
  onBack,
  onDone,
}: {
  member: Member
  onBack: () => void
  onDone: () => void
}) {
  const text = useTexts(teamTexts)
  const more = useTexts(memberTexts)
  const client = useQueryClient()
  const { granted, open, ask, error } = useAgreement('recovery', membershipId)
  const recover = useMutation({
    mutationFn: () => api.team.recover({ id: crypto.randomUUID(), membershipId, approvalId: granted!.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['team'] }),
  })
  if (recover.data)
    return <InvitationCode title={text.invitationReady(alias)} {...recover.data} onClose={onDone} />
  return (
    <Dialog title={more.recoveryOf(alias)} onClose={onBack}>
      <p>{more.lostAccessHelp}</p>
      {!granted && <Agreement open={open} askFirst={more.askRecovery} />}
      <Failure error={recover.error ?? error} />
      <DialogActions>
        <Button variant="default" onClick={onBack}>
          {text.cancel}
        </Button>
        {granted ? (
          <Button onClick={() => recover.mutate()} loading={recover.isPending}>
            {text.recover}
          </Button>
        ) : (
          <Button onClick={() => ask.mutate('')} disabled={open !== undefined} loading={ask.isPending}>
            {text.askRecovery}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
