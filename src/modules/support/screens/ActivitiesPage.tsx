import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay, useMembership } from '#platform/access/screens/session.tsx'
import { deviceToday, longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Page, Section } from '#ui/Page.tsx'
import { activityTexts } from '../messages.desk.ts'
import { supportWords } from '../messages.ts'
import { ActivityDialog } from './ActivityDialog.tsx'
import { JoinActivityDialog } from './JoinActivityDialog.tsx'
import styles from './support.module.css'

type Activity = Awaited<ReturnType<typeof api.support.activities>>[number]

/** What is coming, and what was held with how many. */
export function ActivitiesPage() {
  const text = useTexts(activityTexts)
  const leads = useMay([...leadership, 'program_officer'])
  const [opened, setOpened] = useState<'new' | 'join'>()
  const { data, error } = useQuery({ queryKey: ['activities'], queryFn: () => api.support.activities() })
  const today = deviceToday()
  const coming = data?.filter(({ heldOn, closedAt }) => heldOn >= today && !closedAt).toReversed() ?? []
  const past = data?.filter((one) => !coming.includes(one)) ?? []
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        leads && (
          <>
            <Button variant="default" onClick={() => setOpened('join')}>
              {text.join}
            </Button>
            <Button onClick={() => setOpened('new')}>{text.add}</Button>
          </>
        )
      }
    >
      <Failure error={error} />
      {data?.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneHelp}</p>
        </Empty>
      )}
      {coming.length > 0 && (
        <Section title={text.coming}>
          <Activities activities={coming} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title={text.past}>
          <Activities activities={past} />
        </Section>
      )}
      {opened === 'new' && <ActivityDialog activity={undefined} onClose={() => setOpened(undefined)} />}
      {opened === 'join' && <JoinActivityDialog onClose={() => setOpened(undefined)} />}
    </Page>
  )
}

function Activities({ activities }: { activities: readonly Activity[] }) {
  const text = useTexts(activityTexts)
  const words = useTexts(supportWords)
  const [language] = useLanguage()
  const { name } = useMembership()
  return (
    <ul className={styles.list}>
      {activities.map((activity) => (
        <li key={activity.id}>
          <Link to="/support/$activityId" params={{ activityId: activity.id }} className={styles.card}>
            <strong>{activity.title}</strong>
            <span className={styles.soft}>
              {words.kinds[activity.kind]} · {longDay(activity.heldOn, language)}
              {activity.hostName !== name && ` · ${text.with(activity.hostName)}`}
            </span>
            <span className={styles.figures}>
              {activity.cancelledAt ? (
                text.cancelled
              ) : (
                <>
                  {activity.attended > 0 && <span>{text.attended(activity.attended)}</span>}
                  {activity.counted > 0 && <span>{text.counted(activity.counted)}</span>}
                  {activity.closedAt && <span className={styles.soft}>{text.closed}</span>}
                </>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
