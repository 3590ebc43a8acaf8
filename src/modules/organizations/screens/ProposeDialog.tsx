import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Choices } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { deviceToday } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { organizationTexts } from '../messages.ts'
import type { Shareable } from '../sharing.ts'

/** A program asks what it needs to count, and no more detail than it needs. */
export function ProposeDialog({
  shareable,
  onClose,
}: {
  shareable: readonly Shareable[]
  onClose: () => void
}) {
  const text = useTexts(organizationTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [token, setToken] = useState('')
  const [purpose, setPurpose] = useState('')
  const [kinds, setKinds] = useState<string[]>([])
  const [dimensions, setDimensions] = useState<string[]>([])
  const [factsFrom, setFactsFrom] = useState(`${deviceToday().slice(0, 4)}-01-01`)
  const details = shareable.filter(({ kind }) => kinds.includes(kind)).flatMap((one) => one.dimensions)
  const offered = [...new Map(details.map((one) => [one.id, one])).values()]
  const send = useMutation({
    mutationFn: () =>
      api.organizations.propose({
        id,
        token: token.trim(),
        purpose: purpose.trim(),
        kinds,
        dimensions: dimensions.filter((one) => offered.some(({ id: known }) => known === one)),
        factsFrom,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['sharings'] })
      onClose()
    },
  })
  return (
    <Dialog title={text.propose} onClose={onClose}>
      <TextInput
        label={text.code}
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
        autoComplete="off"
      />
      <TextInput
        label={text.purpose}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
        maxLength={400}
      />
      <Choices
        label={text.whatCounted}
        options={shareable.map((one) => ({ value: one.kind, label: one[language] }))}
        value={kinds}
        onChange={setKinds}
      />
      {offered.length > 0 && (
        <Choices
          label={text.detail}
          options={offered.map((one) => ({ value: one.id, label: one[language] }))}
          value={dimensions}
          onChange={setDimensions}
        />
      )}
      <TextInput
        type="date"
        label={text.from}
        value={factsFrom}
        onChange={(event) => setFactsFrom(event.currentTarget.value)}
      />
      <Failure error={send.error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button
          onClick={() => send.mutate()}
          disabled={kinds.length === 0 || purpose.trim() === '' || token.trim() === ''}
          loading={send.isPending}
        >
          {text.send}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
