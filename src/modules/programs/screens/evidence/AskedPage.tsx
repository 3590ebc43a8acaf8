import { useQuery } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Empty, Page, Section } from '#ui/Page.tsx'
import { auditTexts } from '../../messages.audits.ts'
import styles from '../programs.module.css'
import { AskedRecord } from './AskedRecord.tsx'
import { Mine } from './Mine.tsx'

/** A union's side: the records it is asked to show, and its own whole numbers of what it shares. */
export function AskedPage() {
  const text = useTexts(auditTexts)
  const { data, error } = useQuery({
    queryKey: ['asked'],
    queryFn: () => api.programs.asked(),
    refetchInterval: 10_000,
  })
  const isOpen = (outcome: string) => outcome === 'waiting' || outcome === 'shown'
  const open = data?.filter(({ outcome }) => isOpen(outcome)) ?? []
  const settled = data?.filter(({ outcome }) => !isOpen(outcome)) ?? []
  return (
    <Page title={text.asked} lead={text.askedLead}>
      <Failure error={error} />
      <Section title={text.waiting}>
        {data && open.length === 0 && (
          <Empty title={text.noneAsked}>
            <p>{text.noneAskedHelp}</p>
          </Empty>
        )}
        <ul className={styles.list}>
          {open.map((one) => (
            <AskedRecord key={one.id} record={one} />
          ))}
        </ul>
      </Section>
      <Mine />
      {settled.length > 0 && (
        <Section title={text.settled}>
          <ul className={styles.list}>
            {settled.map((one) => (
              <AskedRecord key={one.id} record={one} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
