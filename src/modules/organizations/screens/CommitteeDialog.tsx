import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { deviceToday } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { organizationTexts } from '../messages.ts'
import { type CommitteeKind, committeeKinds } from '../words.ts'
import type { CommitteeView } from './Committees.tsx'

const unchosen = { value: '', label: '…' }

/** A new committee, or a change to one. */
export function CommitteeDialog({
  committee,
  onClose,
}: {
  committee: CommitteeView | undefined
  onClose: () => void
}) {
  const text = useTexts(organizationTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [id] = useState(() => committee?.id ?? crypto.randomUUID())
  const states = useQuery({
    queryKey: ['states'],
    queryFn: () => api.companies.states(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const sectors = useQuery({
    queryKey: ['sectors'],
    queryFn: () => api.companies.sectors(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const known = useQuery({ queryKey: ['committees'], queryFn: () => api.organizations.committees() })
  const save = useMutation({
    mutationFn: (form: FormData) => {
      const value = (name: string) => String(form.get(name) ?? '').trim()
      return api.organizations.keepCommittee({
        id,
        name: value('name'),
        kind: value('kind') as CommitteeKind,
        stateCode: value('stateCode'),
        sector: value('sector'),
        begunOn: value('begunOn'),
        actaOn: value('actaOn') || null,
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
  if (!states.data || !sectors.data || !known.data) return null
  // Most organizations work in one place: where their other committees are.
  const other = committee ?? known.data.committees[0]
  return (
    <Dialog title={committee?.name ?? text.addCommittee} onClose={onClose}>
      <form onSubmit={submit} style={{ display: 'grid', gap: '1rem' }}>
        <TextInput name="name" label={text.name} defaultValue={committee?.name} required maxLength={120} />
        <NativeSelect
          name="kind"
          label={text.kind}
          defaultValue={committee?.kind}
          data={committeeKinds.map((kind) => ({ value: kind, label: text.kinds[kind]! }))}
        />
        <NativeSelect
          name="stateCode"
          label={text.state}
          defaultValue={other?.stateCode}
          required
          data={[unchosen, ...states.data.map(({ code, name }) => ({ value: code, label: name }))]}
        />
        <NativeSelect
          name="sector"
          label={text.sector}
          defaultValue={other?.sector}
          required
          data={[
            unchosen,
            ...sectors.data.map((sector) => ({ value: sector.code, label: sector[language] })),
          ]}
        />
        <TextInput
          name="begunOn"
          type="date"
          label={text.begunOn}
          defaultValue={committee?.begunOn ?? deviceToday()}
          required
        />
        <TextInput
          name="actaOn"
          type="date"
          label={text.actaOn}
          description={text.actaHelp}
          defaultValue={committee?.actaOn ?? ''}
        />
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
