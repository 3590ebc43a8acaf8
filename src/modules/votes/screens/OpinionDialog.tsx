import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Choices } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { deviceToday } from '#ui/format.ts'
import { useTexts } from '#ui/language.tsx'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import { type ElectronicMode, electronicModes } from '../rules.modes.ts'
import type { VoteKind } from '../schema.ts'
import styles from './votes.module.css'

/** Counsel's written opinion on one kind of vote: who gave it, when, and whether it allows voting other than on paper. */
export function OpinionDialog({ kind, onClose }: { kind: VoteKind; onClose: () => void }) {
  const text = useTexts(deskTexts)
  const words = useTexts(voteWords)
  const client = useQueryClient()
  const [counsel, setCounsel] = useState('')
  const [givenOn, setGivenOn] = useState(deviceToday())
  const [modes, setModes] = useState<ElectronicMode[]>([])
  const [forbids, setForbids] = useState(false)
  const record = useMutation({
    mutationFn: () =>
      api.votes.recordOpinion({
        id: crypto.randomUUID(),
        kind,
        counsel,
        givenOn,
        modes,
        fileId: null,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['votes'] })
      onClose()
    },
  })
  return (
    <Dialog title={text.recordOpinion} onClose={onClose}>
      <div className={styles.stack}>
        <p>{words.kinds[kind]}</p>
        <TextInput
          label={text.counsel}
          value={counsel}
          onChange={(event) => setCounsel(event.currentTarget.value)}
          maxLength={160}
        />
        <TextInput
          type="date"
          label={text.givenOn}
          value={givenOn}
          onChange={(event) => setGivenOn(event.currentTarget.value)}
        />
        <Choices
          label={text.allows}
          options={electronicModes.map((value) => ({ value, label: words.modes[value]! }))}
          value={modes}
          onChange={(chosen) => {
            setModes(chosen)
            setForbids(false)
          }}
        />
        <Choices
          label={text.or}
          options={[{ value: 'no', label: text.forbids }]}
          value={forbids ? ['no'] : []}
          onChange={(chosen) => {
            setForbids(chosen.length > 0)
            setModes([])
          }}
        />
        <Failure error={record.error} />
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {text.back}
        </Button>
        <Button
          onClick={() => record.mutate()}
          loading={record.isPending}
          disabled={counsel.trim().length < 3 || (modes.length === 0 && !forbids)}
        >
          {text.save}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
