import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMembership } from '#platform/access/screens/session.tsx'
import { count, deviceToday } from '#ui/format.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Section } from '#ui/Page.tsx'
import { auditTexts } from '../../messages.audits.ts'
import { programWords } from '../../messages.ts'
import { quantity } from '../parts/numbers.ts'
import styles from '../programs.module.css'

type Sharing = Awaited<ReturnType<typeof api.organizations.sharings>>[number]

/** A union's own whole numbers of each thing it shares, which nobody else sees. */
export function Mine() {
  const text = useTexts(auditTexts)
  const { orgId } = useMembership()
  const today = deviceToday()
  const [since, setSince] = useState(`${today.slice(0, 4)}-01-01`)
  const [until, setUntil] = useState(today)
  const { data, error } = useQuery({ queryKey: ['sharings'], queryFn: () => api.organizations.sharings() })
  const given = data?.filter((one) => one.giverId === orgId && one.signedAt && !one.withdrawnAt) ?? []
  return (
    <Section title={text.mine}>
      <div className={styles.stack}>
        <p className={styles.soft}>{text.mineHelp}</p>
        <Failure error={error} />
        {data && given.length === 0 ? (
          <Empty title={text.noSharings}>
            <LinkButton to="/organization" variant="default">
              {text.toSharings}
            </LinkButton>
          </Empty>
        ) : (
          <>
            <div className={styles.toolbar} style={{ marginBottom: 0 }}>
              <TextInput
                type="date"
                label={text.since}
                value={since}
                max={until}
                onChange={(event) => setSince(event.currentTarget.value)}
              />
              <TextInput
                type="date"
                label={text.until}
                value={until}
                min={since}
                onChange={(event) => setUntil(event.currentTarget.value)}
              />
            </div>
            {given.map((sharing) => (
              <Given key={sharing.id} sharing={sharing} since={since} until={until} />
            ))}
          </>
        )}
      </div>
    </Section>
  )
}

function Given({ sharing, since, until }: { sharing: Sharing; since: string; until: string }) {
  const text = useTexts(auditTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['mine', sharing.id, since, until],
    queryFn: () => api.programs.mine({ sharingId: sharing.id, since, until }),
    enabled: since !== '' && until !== '',
    placeholderData: (before) => before,
  })
  return (
    <div className={styles.card}>
      <strong>{sharing.receiverName}</strong>
      <span className={styles.soft}>{sharing.purpose}</span>
      <Failure error={error} />
      <table className={styles.table}>
        <tbody>
          {data?.map((one) => (
            <tr key={one.kind}>
              <th scope="row" style={{ paddingInlineStart: 0, fontWeight: 400 }}>
                {one.label[language]}
              </th>
              <td className={styles.right} style={{ paddingInlineEnd: 0 }}>
                {(one.amount
                  ? [
                      `${quantity(one.amount.value, one.amount.unit, language)} ${words.units[one.amount.unit]}`,
                    ]
                  : [
                      text.times(count(one.facts, language)),
                      ...(one.people === null ? [] : [text.people(count(one.people, language))]),
                    ]
                ).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
