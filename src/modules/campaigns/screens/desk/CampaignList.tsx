import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { longDay } from '#ui/format.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { campaignWords } from '../../messages.ts'
import styles from './desk.module.css'

export function CampaignList() {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const [language] = useLanguage()
  const mayLead = useMay(leadership)
  const { data, error } = useQuery({ queryKey: ['campaigns'], queryFn: () => api.campaigns.list() })
  const open = mayLead && <LinkButton to="/campaigns/new">{text.newCampaign}</LinkButton>
  return (
    <Page title={text.campaigns} lead={text.campaignsLead} actions={data?.length ? open : undefined}>
      <Failure error={error} />
      {data?.length === 0 && (
        <Empty title={text.noCampaigns}>
          <p>{text.noCampaignsHelp}</p>
          {open}
        </Empty>
      )}
      <ul className={styles.cards}>
        {data?.map((campaign) => (
          <li key={campaign.id}>
            <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} className={styles.card}>
              <strong className={styles.cardTitle}>{campaign.plant}</strong>
              <span>
                {campaign.company} · {campaign.city}
              </span>
              <span className={styles.soft}>
                {words.stages[campaign.stage]} · {text.opened(longDay(campaign.openedOn, language))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
