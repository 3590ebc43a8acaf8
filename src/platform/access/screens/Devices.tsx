import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#api'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { teamTexts } from '../messages.team.ts'
import { Failure } from './Failure.tsx'
import type { Member } from './TeamPage.tsx'
import styles from './team.module.css'

export function Devices({ members }: { members: readonly Member[] }) {
  const text = useTexts(teamTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const devices = useQuery({ queryKey: ['team', 'devices'], queryFn: () => api.team.devices() })
  const revoke = useMutation({
    mutationFn: (id: string) => api.team.revokeDevice({ id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['team'] }),
  })
  const aliasOf = (id: string) => members.find((member) => member.id === id)?.alias
  return (
    <Section title={text.phones}>
      <p className={styles.soft}>{devices.data?.length === 0 ? text.noPhones : text.phonesLead}</p>
      <Failure error={devices.error ?? revoke.error} />
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
              <Button variant="default" size="sm" onClick={() => revoke.mutate(device.id)}>
                {text.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
