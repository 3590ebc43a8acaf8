import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { deviceToday } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Page } from '#ui/Page.tsx'
import { deskTexts } from '../../messages.desk.ts'
import styles from './desk.module.css'
import { MapEditor, namedMap, type PlantMap } from './MapEditor.tsx'
import { type NewPlant, PlantPicker } from './PlantPicker.tsx'

/** Opening a campaign: which plant, then its numbers. No name is asked for. */
export function NewCampaign() {
  const text = useTexts(deskTexts)
  const [language] = useLanguage()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [plant, setPlant] = useState<NewPlant>()
  const [map, setMap] = useState<PlantMap>(() => usualMap(language))
  const open = useMutation({
    mutationFn: () =>
      api.campaigns.open({ id, plant: plant!, openedOn: deviceToday(), ...namedMap(map) } as never),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['campaigns'] })
      await navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } as never })
    },
  })
  if (!plant) {
    return (
      <Page title={text.whichPlant} lead={text.noCampaignsHelp}>
        <PlantPicker onPick={setPlant} />
      </Page>
    )
  }
  return (
    <Page title={plant.name} lead={text.mapLead} wide>
      <div className={styles.stack}>
        <MapEditor value={map} onChange={setMap} />
        <Failure error={open.error} />
        <div className={styles.bar}>
          <Button onClick={() => open.mutate()} loading={open.isPending}>
            {text.openIt}
          </Button>
          <Button variant="default" onClick={() => setPlant(undefined)}>
            {text.back}
          </Button>
        </div>
      </div>
    </Page>
  )
}

/** Three shifts and some departments to begin with, to be renamed: an empty table tells nobody what goes in it. */
const usualMap = (language: 'es' | 'en'): PlantMap => {
  const unit = (kind: 'department' | 'shift' | 'route', name: string) => ({
    id: crypto.randomUUID(),
    kind,
    name,
  })
  const es = language === 'es'
  return {
    units: [
      ...(es
        ? ['Producción', 'Almacén', 'Calidad', 'Mantenimiento']
        : ['Production', 'Warehouse', 'Quality', 'Maintenance']
      ).map((name) => unit('department', name)),
      ...(es ? ['Día', 'Tarde', 'Noche'] : ['Day', 'Afternoon', 'Night']).map((name) => unit('shift', name)),
    ],
    headcounts: [],
  }
}
