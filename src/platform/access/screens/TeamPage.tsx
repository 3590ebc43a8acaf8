import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useTexts } from '#ui/language.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import { leadership } from '../roles.ts'
import { Approvals } from './Approvals.tsx'
import { Devices } from './Devices.tsx'
import { Failure } from './Failure.tsx'
import { Granters } from './Granters.tsx'
import { Invitations } from './Invitations.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { Lists } from './Lists.tsx'
import { MemberDialog } from './MemberDialog.tsx'
import { useMay } from './session.tsx'
import styles from './team.module.css'
import { WaitingOperations } from './WaitingOperations.tsx'

export type Member = Awaited<ReturnType<typeof api.team.members>>[number]

/** Who works here and what they reach. Whoever leads can invite, assign, revoke. */
export function TeamPage() {
  const text = useTexts(teamTexts)
  const { roles } = useTexts(accessTexts)
  const client = useQueryClient()
  const leads = useMay(leadership)
  const readsLog = useMay(['owner', 'vigilance'])
  const [inviting, setInviting] = useState(false)
  const [changing, setChanging] = useState<string>()
  const members = useQuery({ queryKey: ['team', 'members'], queryFn: () => api.team.members() })
  const lists = useQuery({ queryKey: ['team', 'lists'], queryFn: () => api.team.lists() })
  const refresh = () => client.invalidateQueries({ queryKey: ['team'] })
  const changed = members.data?.find(({ id }) => id === changing)
  const nameOf = (id: string) => lists.data?.find((list) => list.id === id)?.name
  return (
    <Page
      title={text.team}
      lead={text.teamLead}
      actions={
        leads && (
          <>
            <Button onClick={() => setInviting(true)}>{text.invite}</Button>
            <LinkButton to="/team/departure" variant="default">
              {text.departure}
            </LinkButton>
            {readsLog && (
              <LinkButton to="/log" variant="default">
                {text.log}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <Failure error={members.error} />
      <ul className={styles.list}>
        {members.data?.map((member) => (
          <li key={member.id} className={styles.row}>
            <div>
              <strong>{member.alias}</strong>
              <div className={styles.soft}>
                {roles[member.role]}
                {member.role === 'organizer' &&
                  ` · ${member.lists.flatMap((id) => nameOf(id) ?? []).join(', ') || text.noLists}`}
                {member.devices > 0 && ` · ${text.devices(member.devices)}`}
              </div>
            </div>
            {leads && (
              <Button variant="default" size="sm" onClick={() => setChanging(member.id)}>
                {text.change}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leads && (
        <>
          <Invitations members={members.data ?? []} />
          <Lists lists={lists.data ?? []} onChange={refresh} />
          <Devices members={members.data ?? []} />
          <Section title={text.approvals}>
            <Approvals members={members.data ?? []} />
          </Section>
          <Granters members={members.data ?? []} />
          <WaitingOperations />
        </>
      )}
      {inviting && <InviteDialog lists={lists.data ?? []} onClose={() => setInviting(false)} />}
      {changed && (
        <MemberDialog member={changed} lists={lists.data ?? []} onClose={() => setChanging(undefined)} />
      )}
    </Page>
  )
}
