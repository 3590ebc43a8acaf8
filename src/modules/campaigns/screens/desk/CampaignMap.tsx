import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { codeOf } from '#platform/http/client.ts'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { CampaignTabs } from './CampaignTabs.tsx'
import styles from './desk.module.css'
import { MapEditor, namedMap, type PlantMap } from './MapEditor.tsx'
import { useCampaign, useCampaignId } from './queries.ts'

export function CampaignMap() {
  const text = useTexts(deskTexts)
  const id = useCampaignId()
  const client = useQueryClient()
  const campaign = useCampaign()
  const [edited, setEdited] = useState<PlantMap>()
  const save = useMutation({
    mutationFn: (map: PlantMap) =>
      api.campaigns.keepMap({ id, version: campaign.data!.version, ...namedMap(map) } as never),
    onSuccess: () => setEdited(undefined),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns', id] }),
  })
  if (!campaign.data) return <Page title={text.map} />
  const { units, headcounts, plant } = campaign.data
  const stale = codeOf(save.error) === 'stale'
  return (
    <Page title={plant} lead={text.mapLead} wide>
      <CampaignTabs />
      <div className={styles.stack}>
        <MapEditor value={edited ?? { units, headcounts }} onChange={setEdited} />
        {stale ? <Notice kind="warn">{text.staleMap}</Notice> : <Failure error={save.error} />}
        {save.isSuccess && !edited && <Notice kind="good">{text.savedMap}</Notice>}
        <div className={styles.bar}>
          <Button onClick={() => edited && save.mutate(edited)} disabled={!edited} loading={save.isPending}>
            {text.save}
          </Button>
          {edited && (
            <Button variant="default" onClick={() => setEdited(undefined)}>
              {text.cancel}
            </Button>
          )}
        </div>
      </div>
    </Page>
  )
}
