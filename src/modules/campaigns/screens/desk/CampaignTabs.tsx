import { Link } from '@tanstack/react-router'
import { field, leadership } from '#platform/access/roles.ts'
import { useMay } from '#platform/access/screens/session.tsx'
import { useTexts } from '#ui/language.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { useCampaignId } from './queries.ts'

/** What there is to see of one campaign. */
export function CampaignTabs() {
  const text = useTexts(deskTexts)
  const campaignId = useCampaignId()
  const leads = useMay(leadership)
  const inField = useMay(field)
  const tabs = [
    { to: '/campaigns/$campaignId', label: text.chart, shown: true },
    { to: '/campaigns/$campaignId/people', label: text.people, shown: inField },
    { to: '/campaigns/$campaignId/week', label: text.week, shown: leads },
    { to: '/campaigns/$campaignId/promises', label: text.promises, shown: inField },
    { to: '/campaigns/$campaignId/map', label: text.map, shown: leads },
  ]
  return (
    <Tabs label={text.campaigns}>
      {tabs
        .filter(({ shown }) => shown)
        .map(({ to, label }) => (
          <Link key={to} to={to} params={{ campaignId }} activeOptions={{ exact: true }}>
            {label}
          </Link>
        ))}
    </Tabs>
  )
}
