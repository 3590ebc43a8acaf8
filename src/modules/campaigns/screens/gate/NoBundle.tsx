import { useTexts } from '#ui/language.tsx'
import { Page } from '#ui/Page.tsx'
import { gateTexts } from '../../messages.gate.ts'

/** Nothing is kept on this phone: it was never received, or it expired. */
export function NoBundle() {
  const text = useTexts(gateTexts)
  return (
    <Page title={text.expired} lead={text.expiredHelp}>
      <p>{text.noCampaign}</p>
    </Page>
  )
}
