import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { sheetTexts } from '../../messages.sheets.ts'
import { CampaignTabs } from './CampaignTabs.tsx'
import styles from './desk.module.css'
import { useCampaign, useCampaignId } from './queries.ts'
import { type OpenedSheet, SheetCard } from './SheetCard.tsx'
import { SheetTable } from './SheetTable.tsx'

/** Lists with names: asked for by one person, approved by another, opened once to be printed. */
export function CampaignSheets() {
  const text = useTexts(sheetTexts)
  const id = useCampaignId()
  const campaign = useCampaign()
  const sheets = useQuery({
    queryKey: ['campaigns', id, 'sheets'],
    queryFn: () => api.campaigns.sheets({ id }),
  })
  // Only here, and only until it is closed: what is printed stands nowhere else.
  const [opened, setOpened] = useState<OpenedSheet>()
  if (opened)
    return (
      <Page title={text.title} wide>
        <SheetTable opened={opened} onClose={() => setOpened(undefined)} />
      </Page>
    )
  return (
    <Page title={campaign.data?.plant ?? text.title} lead={text.title}>
      <CampaignTabs />
      <p className={styles.intro}>{text.lead}</p>
      <Failure error={sheets.error} />
      {sheets.data?.length === 0 && <Empty title={text.none}>{text.noneHelp}</Empty>}
      <ul className={styles.cards}>
        {sheets.data?.map((sheet) => (
          <SheetCard key={sheet.id} sheet={sheet} onOpen={setOpened} />
        ))}
      </ul>
    </Page>
  )
}
