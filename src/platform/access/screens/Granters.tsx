import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { approvalTexts } from '../messages.approvals.ts'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import { Confirm } from './Confirm.tsx'
import { Failure } from './Failure.tsx'
import type { Member } from './TeamPage.tsx'
import styles from './team.module.css'

/** Who may grant what another asked for, from when on, and with whom not; where another says that they know a newcomer. */
export function Granters({ members }: { members: readonly Member[] }) {
  const text = useTexts(approvalTexts)
  const { cancel } = useTexts(teamTexts)
  const { roles } = useTexts(accessTexts)
  const [language] = useLanguage()
  const [asked, setAsked] = useState<Member>()
  const leaders = useQuery({ queryKey: ['team', 'leaders'], queryFn: () => api.team.leaders() })
  const memberOf = (id: string) => members.find((member) => member.id === id)
  const owners = members.filter(({ role }) => role === 'owner').length
  return (
    <Section title={text.granters}>
      <p className={styles.soft}>{text.grantersLead}</p>
      {members.length > 0 && owners === 1 && <Notice kind="warn">{text.oneOwner}</Notice>}
      {members.length > 0 && owners === 0 && <Notice kind="warn">{text.noOwner}</Notice>}
      <Failure error={leaders.error} />
      <ul className={styles.list}>
        {leaders.data?.map(({ id, grantsFrom, broughtBy, obstacle }) => {
          const member = memberOf(id)
          if (!member) return null
          const names = broughtBy.map((by) => memberOf(by)?.alias ?? text.somebodyGone)
          return (
            <li key={id} className={styles.row}>
              <div>
                <strong>{member.alias}</strong> · {roles[member.role]}
                <div className={styles.soft}>
                  {new Date(grantsFrom) > new Date()
                    ? text.grantsFrom(moment(grantsFrom, language))
                    : text.mayGrant}{' '}
                  {names.length > 0 && text.broughtBy([...new Set(names)].join(', '))}
                </div>
              </div>
              {names.length > 0 && obstacle === null && (
                <Button size="sm" variant="default" onClick={() => setAsked(member)}>
                  {text.vouch}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {asked && (
        <Confirm
          title={text.vouchSure(asked.alias)}
          help={text.vouchHelp}
          no={cancel}
          yes={text.vouch}
          changes="team"
          work={() => api.team.vouch({ id: asked.id })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Section>
  )
}
