import { Button } from '@mantine/core'
import { useTexts } from '#ui/language.tsx'
import { Doorway } from '#ui/Shell.tsx'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import { useSession } from './session.tsx'

/** Signed in, and no organization: every membership ended, or none began. */
export function NoOrganization() {
  const text = useTexts(accessTexts)
  const { signOut: leave } = useTexts(teamTexts)
  const { signOut } = useSession()
  return (
    <Doorway>
      <h1>{text.noOrganization}</h1>
      <p>{text.noOrganizationHelp}</p>
      <Button variant="default" onClick={signOut}>
        {leave}
      </Button>
    </Doorway>
  )
}
