import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { teamTexts } from '../messages.team.ts'
import { Confirm } from './Confirm.tsx'
import { Failure } from './Failure.tsx'
import type { Member } from './TeamPage.tsx'
import styles from './team.module.css'

type Device = Awaited<ReturnType<typeof api.team.devices>>[number]

/** Every phone with a PIN, whose it is, and how to revoke one that is lost. */
export function Devices({ members }: { members: readonly Member[] }) {
  const text = useTexts(teamTexts)
  const [language] = useLanguage()
  const [asked, setAsked] = useState<Device>()
  const devices = useQuery({ queryKey: ['team', 'devices'], queryFn: () => api.team.devices() })
  const aliasOf = (id: string) => members.find((member) => member.id === id)?.alias
  return (
    <Section title={text.phones}>
      <p className={styles.soft}>{devices.data?.length === 0 ? text.noPhones : text.phonesLead}</p>
      <Failure error={devices.error} />
      <ul className={styles.list}>
        {devices.data?.map((device) => (
          <li key={device.id} className={styles.row}>
            <div>
              <strong>{aliasOf(device.membershipId) ?? '—'}</strong> · {device.label}
              <div className={styles.soft}>
                {text.enrolled(moment(device.enrolledAt, language))}
                {device.seenAt && ` · ${text.seen(moment(device.seenAt, language))}`}
              </div>
            </div>
            {device.revokedAt ? (
              <span className={styles.soft}>{text.revoked}</span>
            ) : (
              <Button variant="default" size="sm" onClick={() => setAsked(device)}>
                {text.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          title={text.revokeSure(aliasOf(asked.membershipId) ?? '—')}
          help={text.revokeHelp}
          no={text.cancel}
          yes={text.revoke}
          changes="team"
          work={() => api.team.revokeDevice({ id: asked.id })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Section>
  )
}
