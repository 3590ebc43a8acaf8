import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Choice } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { sheetTexts } from '../../messages.sheets.ts'
import { type SheetPurpose, sheetPurposes } from '../../words.ts'
import type { Filter } from './CampaignPeople.tsx'
import styles from './desk.module.css'
import { useCampaignId } from './queries.ts'
import { useFilterWords } from './SheetCard.tsx'

/** Asks for the names of those whom the filter finds, for one purpose. */
export function AskSheet({ filter, onClose }: { filter: Filter; onClose: () => void }) {
  const text = useTexts(sheetTexts)
  const id = useCampaignId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const filterWords = useFilterWords()
  const [purpose, setPurpose] = useState<SheetPurpose>('calls')
  const [reason, setReason] = useState('')
  const [sheetId] = useState(() => crypto.randomUUID())
  const ask = useMutation({
    mutationFn: () => api.campaigns.askSheet({ id, sheetId, purpose, reason, filter } as never),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['campaigns', id, 'sheets'] })
      await navigate({ to: '/campaigns/$campaignId/sheets', params: { campaignId: id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate()
  }
  return (
    <Dialog title={text.ask} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <p>{text.askLead}</p>
        <p>
          <strong>{filterWords(filter)}</strong>
        </p>
        <Choice
          label={text.purpose}
          options={sheetPurposes.map((value) => ({ value, label: text.purposes[value] }))}
          value={purpose}
          onChange={setPurpose}
        />
        <p className={styles.soft}>{text.shows[purpose]}</p>
        <TextInput
          label={text.reason}
          description={text.reasonHelp}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          required
        />
        <Failure error={ask.error} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={ask.isPending}>
            {text.send}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
