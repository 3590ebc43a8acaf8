import { useTexts } from '#ui/language.tsx'
import { offlineTexts } from '../messages.ts'

/** Offers a new version by a tap; shows nothing while there is none. */
export function UpdateBanner({ update }: { update: (() => void) | undefined }) {
  const text = useTexts(offlineTexts)
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
