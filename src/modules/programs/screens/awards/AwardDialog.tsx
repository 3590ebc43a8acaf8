import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { useMembership } from '#platform/access/screens/session.tsx'
import { Choices } from '#ui/Choice.tsx'
import { deviceToday } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { awardTexts } from '../../messages.awards.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { type Award, usePlaces } from '../parts/queries.ts'

const zones = [
  'America/Mexico_City',
  'America/Tijuana',
  'America/Hermosillo',
  'America/Cancun',
  'America/New_York',
] as const

/** What an award is, but for its money and its end: those follow from its dated steps. */
export function AwardDialog({ award, onClose }: { award: Award | undefined; onClose: () => void }) {
  const text = useTexts(awardTexts)
  const [language] = useLanguage()
  const { name } = useMembership()
  const [id] = useState(() => award?.id ?? crypto.randomUUID())
  const [chosenSectors, setSectors] = useState(award?.sectors ?? [])
  const [chosenStates, setStates] = useState(award?.plannedStates ?? [])
  const { states, sectors } = usePlaces(language)
  const calendars = useQuery({ queryKey: ['calendars'], queryFn: () => api.programs.calendars() })
  if (!calendars.data) return null
  return (
    <FormDialog
      title={award ? award.name : text.add}
      refreshes={[['awards'], ['overview'], ['periods']]}
      onClose={onClose}
      keep={(field) =>
        api.programs.keepAward({
          id,
          code: field('code'),
          name: field('name'),
          grantee: field('grantee'),
          funderName: field('funderName'),
          calendar: field('calendar'),
          timeZone: field('timeZone'),
          beginsOn: field('beginsOn'),
          sectors: chosenSectors,
          plannedStates: chosenStates,
        })
      }
    >
      <TextInput name="name" label={text.name} defaultValue={award?.name} required maxLength={200} />
      <TextInput name="code" label={text.code} defaultValue={award?.code} required maxLength={20} />
      <TextInput
        name="grantee"
        label={text.grantee}
        defaultValue={award?.grantee ?? name}
        required
        maxLength={200}
      />
      <TextInput
        name="funderName"
        label={text.funderName}
        defaultValue={award?.funderName}
        required
        maxLength={200}
      />
      <NativeSelect
        name="calendar"
        label={text.calendar}
        defaultValue={award?.calendar}
        data={calendars.data.map((calendar) => ({ value: calendar.code, label: calendar[language] }))}
      />
      <TextInput
        name="beginsOn"
        type="date"
        label={text.beginsOn}
        defaultValue={award?.beginsOn ?? deviceToday()}
        required
      />
      <NativeSelect
        name="timeZone"
        label={text.timeZone}
        defaultValue={award?.timeZone}
        data={zones.map((zone) => ({ value: zone, label: text.zones[zone]! }))}
      />
      <Choices label={text.sectorsAgreed} options={sectors} value={chosenSectors} onChange={setSectors} />
      <Choices label={text.statesPlanned} options={states} value={chosenStates} onChange={setStates} />
    </FormDialog>
  )
}
