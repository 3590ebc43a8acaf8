import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { approvalTexts } from '../messages.approvals.ts'
import { memberTexts } from '../messages.members.ts'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import { Failure } from './Failure.tsx'
import type { Member } from './TeamPage.tsx'
import styles from './team.module.css'

type Invitation = Awaited<ReturnType<typeof api.team.invitations>>[number]

/** Who was invited and has not come yet: as what, by whom, until when. Whoever leads can cancel it. */
export function Invitations({ members }: { members: readonly Member[] }) {
  const text = useTexts(memberTexts)
  const { roles } = useTexts(accessTexts)
  const { expires } = useTexts(teamTexts)
  const { somebodyGone } = useTexts(approvalTexts)
  const [language] = useLanguage()
  const [asked, setAsked] = useState<Invitation>()
  const invitations = useQuery({ queryKey: ['team', 'invitations'], queryFn: () => api.team.invitations() })
  const aliasOf = (id: string) => members.find((member) => member.id === id)?.alias ?? somebodyGone
  return (
    <Section title={text.invitations}>
      <p className={styles.soft}>
        {invitations.data?.length === 0 ? text.noInvitations : text.invitationsLead}
      </p>
      <Failure error={invitations.error} />
      <ul className={styles.list}>
        {invitations.data?.map((invitation) => (
          <li key={invitation.id} className={styles.row}>
            <div>
              <strong>{invitation.alias}</strong> · {roles[invitation.role]}
              {invitation.recovery && `, ${text.toRecover}`}
              <div className={styles.soft}>
                {invitation.invitedBy ? text.invitedBy(aliasOf(invitation.invitedBy)) : text.invitedByServer}
                {' · '}
                {expires(moment(invitation.expiresAt, language))}
              </div>
            </div>
            <Button variant="default" size="sm" onClick={() => setAsked(invitation)}>
              {text.cancelInvitation}
            </Button>
          </li>
        ))}
      </ul>
      {asked && <Canceling invitation={asked} onClose={() => setAsked(undefined)} />}
    </Section>
  )
}

function Canceling({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { id, alias, recovery } = invitation
  const text = useTexts(memberTexts)
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['team'] })
  const cancel = useMutation({
    mutationFn: () => api.team.cancelInvitation({ id }),
    onSuccess: onClose,
    // Refused, it is no longer open either.
    onSettled: refresh,
  })
  return (
    <Dialog title={text.cancelSure(alias)} onClose={onClose}>
      <p>{recovery ? text.cancelRecovery : text.cancelHelp}</p>
      <Failure error={cancel.error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {text.keepOpen}
        </Button>
        <Button onClick={() => cancel.mutate()} loading={cancel.isPending}>
          {text.cancelInvitation}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
