import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { Page } from '#ui/Page.tsx'
import { peopleTexts } from '../../../people/messages.ts'
import { ImportWizard } from '../../../people/screens/import/ImportWizard.tsx'
import type { ImportPort } from '../../../people/screens/import/port.ts'
import { useCampaign, useCampaignId } from './queries.ts'

/** Brings a list of workers into a campaign. */
export function CampaignImport() {
  const text = useTexts(peopleTexts)
  const id = useCampaignId()
  const client = useQueryClient()
  const campaign = useCampaign()
  const lists = useQuery({ queryKey: ['team', 'lists'], queryFn: () => api.team.lists() })
  const port = useMemo((): ImportPort | undefined => {
    if (!campaign.data || !lists.data) return undefined
    const changed = <T,>(done: Promise<T>) =>
      done.finally(() => client.invalidateQueries({ queryKey: ['campaigns', id, 'people'] }))
    return {
      units: campaign.data.units,
      lists: lists.data,
      begin: (input) => api.campaigns.openImport({ id, ...input } as never),
      part: (input) => api.campaigns.importPart({ id, ...input } as never),
      end: (importId) => changed(api.campaigns.endImport({ id, importId })),
      undo: (importId) => changed(api.campaigns.undoImport({ importId })),
    }
  }, [campaign.data, lists.data, id, client])
  return (
    <Page title={text.importTitle} lead={text.importLead}>
      {port && <ImportWizard port={port} />}
    </Page>
  )
}
