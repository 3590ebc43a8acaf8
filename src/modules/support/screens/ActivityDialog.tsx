import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { deviceToday } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { activityTexts } from '../messages.desk.ts'
import { supportWords } from '../messages.ts'
import type { Activity } from '../schema.ts'
import { activityKinds, audiences, topics } from '../words.ts'

type Shown = Awaited<ReturnType<typeof api.support.activity>>

const unchosen = { value: '', label: '…' }

/** A new activity, or a change to one. */
export function ActivityDialog({ activity, onClose }: { activity: Shown | undefined; onClose: () => void }) {
  const text = useTexts(activityTexts)
  const words = useTexts(supportWords)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [id] = useState(() => activity?.id ?? crypto.randomUUID())
  const lasting = { staleTime: Number.POSITIVE_INFINITY }
  const states = useQuery({ queryKey: ['states'], queryFn: () => api.companies.states(), ...lasting })
  const sectors = useQuery({ queryKey: ['sectors'], queryFn: () => api.companies.sectors(), ...lasting })
  const activities = useQuery({ queryKey: ['activities'], queryFn: () => api.support.activities() })
  const save = useMutation({
    mutationFn: (form: FormData) => {
      const value = (name: string) => String(form.get(name) ?? '').trim()
      return api.support.keepActivity({
        id,
        kind: value('kind') as Activity['kind'],
        topic: value('topic') as Activity['topic'],
        title: value('title'),
        heldOn: value('heldOn'),
        place: value('place'),
        stateCode: value('stateCode'),
        sector: value('sector'),
        audience: value('audience') as Activity['audience'],
      })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['activities'] })
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(new FormData(event.currentTarget))
  }
  const named = (values: readonly string[], names: Record<string, string>) =>
    values.map((value) => ({ value, label: names[value]! }))
  if (!states.data || !sectors.data || !activities.data) return null
  // Most organizations work in one place: where the last activity was. Nothing is chosen in anybody's stead otherwise.
  const last = activity ?? activities.data[0]
  return (
    <Dialog title={activity?.title ?? text.add} onClose={onClose}>
      <form onSubmit={submit} style={{ display: 'grid', gap: '1rem' }}>
        <TextInput name="title" label={text.name} defaultValue={activity?.title} required maxLength={120} />
        <NativeSelect
          name="kind"
          label={text.kind}
          defaultValue={activity?.kind}
          data={named(activityKinds, words.kinds)}
        />
        <NativeSelect
          name="topic"
          label={text.topic}
          defaultValue={activity?.topic}
          required
          data={[unchosen, ...named(topics, words.topics)]}
        />
        <TextInput
          name="heldOn"
          type="date"
          label={text.heldOn}
          defaultValue={activity?.heldOn ?? deviceToday()}
          required
        />
        <TextInput
          name="place"
          label={text.place}
          description={text.placeHelp}
          defaultValue={activity?.place}
          maxLength={120}
        />
        <NativeSelect
          name="stateCode"
          label={text.state}
          defaultValue={last?.stateCode}
          required
          data={[unchosen, ...states.data.map(({ code, name }) => ({ value: code, label: name }))]}
        />
        <NativeSelect
          name="sector"
          label={text.sector}
          defaultValue={last?.sector}
          required
          data={[
            unchosen,
            ...sectors.data.map((sector) => ({ value: sector.code, label: sector[language] })),
          ]}
        />
        <NativeSelect
          name="audience"
          label={text.audience}
          defaultValue={activity?.audience}
          data={named(audiences, words.audiences)}
        />
        <Failure error={save.error} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {text.back}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {text.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
