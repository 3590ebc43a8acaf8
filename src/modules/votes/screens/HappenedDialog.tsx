import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { deviceToday } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { deskTexts } from '../messages.desk.ts'
import type { VoteFileId, VoteId } from '../schema.ts'
import { ReceiptFile } from './ReceiptFile.tsx'
import styles from './votes.module.css'

type Event = {
  event: string
  name: { es: string; en: string }
  on: string | null
  folio: string | null
  fileId: VoteFileId | null
}

/** Notes the day of a step and its receipt, or takes it back. */
export function HappenedDialog({
  voteId,
  event,
  onClose,
}: {
  voteId: VoteId
  event: Event
  onClose: () => void
}) {
  const text = useTexts(deskTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [on, setOn] = useState(event.on ?? deviceToday())
  const [folio, setFolio] = useState(event.folio ?? '')
  const [fileId, setFileId] = useState(event.fileId)
  const note = useMutation({
    mutationFn: (day: string | null) =>
      api.votes.happen({
        id: voteId,
        happeningId: crypto.randomUUID(),
        event: event.event,
        on: day,
        folio: folio.trim() || null,
        fileId: day === null ? null : fileId,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['votes', voteId] })
      onClose()
    },
  })
  return (
    <Dialog title={event.name[language]} onClose={onClose}>
      <div className={styles.stack}>
        <TextInput
          type="date"
          label={text.done}
          value={on}
          onChange={(change) => setOn(change.currentTarget.value)}
        />
        <TextInput
          label={text.folio}
          value={folio}
          onChange={(change) => setFolio(change.currentTarget.value)}
          maxLength={60}
        />
        <ReceiptFile voteId={voteId} fileId={fileId} onFile={setFileId} />
        <Failure error={note.error} />
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {text.back}
        </Button>
        {event.on && (
          <Button variant="default" onClick={() => note.mutate(null)}>
            {text.takeBack}
          </Button>
        )}
        <Button onClick={() => note.mutate(on)} loading={note.isPending} disabled={!on}>
          {text.save}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
