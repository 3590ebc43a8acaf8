import { useMembership } from '#platform/access/screens/session.tsx'
import { useTexts } from '#ui/language.tsx'
import { Page } from '#ui/Page.tsx'
import { organizationTexts } from '../messages.ts'
import { Committees } from './Committees.tsx'
import { Sharings } from './Sharings.tsx'

/** What an organization is beyond its account: its committees, and what it shares with whom. */
export function OrganizationPage() {
  const text = useTexts(organizationTexts)
  const { name, kind } = useMembership()
  return (
    <Page title={text.title} lead={name}>
      {kind === 'union' && <Committees />}
      <Sharings />
    </Page>
  )
}
