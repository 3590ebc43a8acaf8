import { useQuery } from '@tanstack/react-query'
import { api } from '#api'
import { count } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { programTeamTexts } from '../../messages.team.ts'
import { useAwards } from '../parts/queries.ts'
import styles from '../programs.module.css'
import { Partners } from './Partners.tsx'
import { Staff } from './Staff.tsx'

/** Who works in the programs and with whom, each counted once. */
export function ProgramTeamPage() {
  const text = useTexts(programTeamTexts)
  const [language] = useLanguage()
  const awards = useAwards()
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => api.programs.overview() })
  const named = (id: string) => awards.data?.find((award) => award.id === id)?.name ?? ''
  return (
    <Page title={text.title} lead={text.lead}>
      {overview.data && overview.data.people > 0 && (
        <dl className={styles.facts}>
          <div>
            <dt>{text.staff}</dt>
            <dd>
              {text.people(overview.data.people)}
              <small>{text.fte(count(overview.data.fte, language))}</small>
            </dd>
          </div>
          {overview.data.fteByAward.map((one) => (
            <div key={one.awardId}>
              <dt>{named(one.awardId)}</dt>
              <dd>
                {text.people(one.people)}
                <small>{text.fte(count(one.fte, language))}</small>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Section title={text.staff}>
        <Staff awards={awards.data ?? []} />
      </Section>
      <Section title={text.partners}>
        <Partners awards={awards.data ?? []} />
      </Section>
    </Page>
  )
}
