import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { approvalTexts } from '../messages.approvals.ts'
import { memberTexts } from '../messages.members.ts'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import { Confirm } from './Confirm.tsx'
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
      {asked && (
        <Confirm
          title={text.cancelSure(asked.alias)}
          help={asked.recovery ? text.cancelRecovery : text.cancelHelp}
          no={text.keepOpen}
          yes={text.cancelInvitation}
          changes="team"
          work={() => api.team.cancelInvitation({ id: asked.id })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Section>
  )
}
