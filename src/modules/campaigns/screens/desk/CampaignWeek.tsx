import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { campaignWords } from '../../messages.ts'
import type { Level } from '../../schema.ts'
import { LevelMark } from '../Level.tsx'
import { CampaignTabs } from './CampaignTabs.tsx'
import styles from './desk.module.css'
import { useCampaign, useCampaignId } from './queries.ts'

/** What changed in seven days: how much was done, and who moved where. Numbers only, no names. */
export function CampaignWeek() {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const [language] = useLanguage()
  const id = useCampaignId()
  const campaign = useCampaign()
  const { data, error } = useQuery({
    queryKey: ['campaigns', id, 'week'],
    queryFn: () => api.campaigns.week({ id }),
  })
  const nameOf = (unitId: string | null) => campaign.data?.units.find(({ id }) => id === unitId)?.name
  const short = (level: number | null) => (level ? words.levelShort[level as Level] : '')
  const figures = data && [
    [text.talks, data.conversations],
    [text.talkedWith, data.people],
    [text.added, data.added],
    [text.actionsDone, data.actions],
    [text.promisesKept, data.promises],
  ]
  return (
    <Page
      title={campaign.data?.plant ?? text.week}
      lead={data && text.weekLead(longDay(data.since, language))}
      wide
    >
      <CampaignTabs />
      <Failure error={error} />
      <dl className={styles.figures}>
        {figures?.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Section title={text.moves}>
        {data?.moves.length === 0 && <p>{text.noMoves}</p>}
        <ul className={styles.gaps}>
          {data?.moves
            .toSorted((a, b) => b.people - a.people)
            .map(({ before, after, people }) => (
              <li key={`${before}-${after}`}>
                <strong className={styles.number}>{people}</strong>
                <LevelMark level={before} short /> → <LevelMark level={after} short />
                <span>
                  {before ? text.move(short(before), short(after)) : text.firstAssessed(short(after))}
                </span>
              </li>
            ))}
        </ul>
      </Section>
      <Section title={text.silentTitle}>
        {data?.silent.length === 0 && <p>{text.noSilent}</p>}
        <ul className={styles.gaps}>
          {data?.silent.map(({ departmentId, shiftId, people }) => (
            <li key={`${departmentId}-${shiftId}`}>
              <strong className={styles.number}>{people}</strong>
              <Link
                to="/campaigns/$campaignId/people"
                params={{ campaignId: id }}
                search={{
                  silent: true,
                  ...(departmentId && { departmentId }),
                  ...(shiftId && { shiftId }),
                }}
              >
                {[departmentId, shiftId].flatMap((unit) => nameOf(unit) ?? []).join(' · ') || text.nowhere}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
