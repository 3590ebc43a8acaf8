import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { deviceToday } from '#ui/format.ts'
import { useTexts } from '#ui/language.tsx'
import { organizationTexts } from '../messages.ts'

const ages = ['15-29', '30-44', '45-59', '60+'] as const

/** Naming somebody to a post. Sex and age are asked only once they agreed to it. */
export function LeaderDialog({ committeeId, onClose }: { committeeId: string; onClose: () => void }) {
  const text = useTexts(organizationTexts)
  const client = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [consent, setConsent] = useState(false)
  const save = useMutation({
    mutationFn: (form: FormData) => {
      const value = (name: string) => String(form.get(name) ?? '').trim() || null
      return api.organizations.nameLeader({
        id,
        committeeId,
        alias: value('alias') ?? '',
        post: value('post') ?? '',
        namedOn: value('namedOn') ?? '',
        sex: consent ? (value('sex') as 'woman' | null) : null,
        ageBand: consent ? (value('ageBand') as (typeof ages)[number] | null) : null,
      })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['committees'] })
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(new FormData(event.currentTarget))
  }
  return (
    <Dialog title={text.addLeader} onClose={onClose}>
      <form onSubmit={submit} style={{ display: 'grid', gap: '1rem' }}>
        <TextInput name="alias" label={text.alias} required maxLength={60} />
        <TextInput name="post" label={text.post} required maxLength={80} />
        <TextInput name="namedOn" type="date" label={text.namedOn} defaultValue={deviceToday()} required />
        <Checkbox
          label={text.consent}
          description={text.consentHelp}
          checked={consent}
          onChange={(event) => setConsent(event.currentTarget.checked)}
        />
        {consent && (
          <>
            <NativeSelect
              name="sex"
              label={text.sex}
              data={[
                { value: '', label: text.notSaid },
                ...Object.entries(text.sexes).map(([value, label]) => ({ value, label })),
              ]}
            />
            <NativeSelect
              name="ageBand"
              label={text.ageBand}
              data={[{ value: '', label: text.notSaid }, ...ages.map((value) => ({ value, label: value }))]}
            />
          </>
        )}
        <Failure error={save.error} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {text.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
