import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { deviceToday, shortDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { campaignWords } from '../../messages.ts'
import { CampaignTabs } from './CampaignTabs.tsx'
import styles from './desk.module.css'
import { useAlias, useCampaign, useCampaignId } from './queries.ts'

/** Who has promised what, and who follows it up. */
export function CampaignPromises() {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const [language] = useLanguage()
  const id = useCampaignId()
  const campaign = useCampaign()
  const alias = useAlias()
  const today = deviceToday()
  const { data, error } = useQuery({
    queryKey: ['campaigns', id, 'promises'],
    queryFn: () => api.campaigns.promises({ id }),
  })
  return (
    <Page title={campaign.data?.plant ?? text.promises} lead={text.promisesLead} wide>
      <CampaignTabs />
      <Failure error={error} />
      {data?.length === 0 && <Empty title={text.noPromises} />}
      {data && data.length > 0 && (
        <table className={`${styles.table} ${styles.stacked}`}>
          <thead>
            <tr>
              <th>{text.people}</th>
              <th>{text.promised}</th>
              <th>{text.due}</th>
              <th>{text.keeper}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((promise) => (
              <tr key={promise.id}>
                <td>
                  <Link
                    to="/campaigns/$campaignId/people/$personId"
                    params={{ campaignId: id, personId: promise.personId }}
                  >
                    {promise.handle}
                  </Link>
                </td>
                <td>{words.promises[promise.kind]}</td>
                <td data-label={text.due}>
                  {shortDay(promise.dueOn, language)}{' '}
                  {promise.dueOn < today && <span className={styles.bad}>{text.overdue}</span>}
                </td>
                <td data-label={text.keeper}>{alias(promise.keeperId)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}
