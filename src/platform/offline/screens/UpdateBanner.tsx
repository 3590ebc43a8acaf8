import { useTexts } from '#ui/language.tsx'
import { offlineTexts } from '../messages.ts'
import { useUpdate } from './update.tsx'

/** Offers a new version by a tap; shows nothing while there is none. */
export function UpdateBanner() {
  const text = useTexts(offlineTexts)
  const update = useUpdate()
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
