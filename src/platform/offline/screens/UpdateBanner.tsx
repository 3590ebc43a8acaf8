import { useTexts } from '#ui/language.tsx'
import { teamTexts } from '../../access/messages.team.ts'

/** Offers a new version by a tap; shows nothing while there is none. */
export function UpdateBanner({ update }: { update: (() => void) | undefined }) {
  const text = useTexts(teamTexts)
  if (!update) return null
  return (
    <>
      {text.updateReady}{' '}
      <button type="button" onClick={update}>
        {text.updateNow}
      </button>
    </>
  )
}
