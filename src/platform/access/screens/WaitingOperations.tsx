import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#api'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { teamTexts } from '../messages.team.ts'
import { owners } from '../roles.ts'
import { Failure } from './Failure.tsx'
import { useMay } from './session.tsx'
import styles from './team.module.css'

/** What a revoked phone still sent: an owner decides whether it counts. */
export function WaitingOperations() {
  const text = useTexts(teamTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const owns = useMay(owners)
  const waiting = useQuery({ queryKey: ['waiting'], queryFn: () => api.offline.waiting(), enabled: owns })
  const decide = useMutation({
    mutationFn: ({ id, accept }: { id: string; accept: boolean }) =>
      accept ? api.offline.accept({ id }) : api.offline.dismiss({ id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['waiting'] }),
  })
  if (!waiting.data?.length) return null
  return (
    <Section title={text.waitingTitle}>
      <p className={styles.soft}>{text.waitingLead}</p>
      <Failure error={decide.error} />
      <ul className={styles.list}>
        {waiting.data.map(({ id, author, receivedAt }) => (
          <li key={id} className={styles.row}>
            <span>{text.from(author, moment(receivedAt, language))}</span>
            <div className={styles.bar}>
              <Button size="sm" onClick={() => decide.mutate({ id, accept: true })}>
                {text.accept}
              </Button>
              <Button size="sm" variant="default" onClick={() => decide.mutate({ id, accept: false })}>
                {text.dismiss}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
