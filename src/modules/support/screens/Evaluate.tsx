import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Choice } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { hereTexts } from '../messages.here.ts'

const scale = ['1', '2', '3', '4', '5'] as const
type Mark = (typeof scale)[number]

/** Three taps on how it was. */
export function Evaluate({ token, onClose }: { token: string; onClose: () => void }) {
  const text = useTexts(hereTexts)
  const [id] = useState(() => crypto.randomUUID())
  const [useful, setUseful] = useState<Mark | null>(null)
  const [clear, setClear] = useState<Mark | null>(null)
  const [willUse, setWillUse] = useState<'yes' | 'no' | null>(null)
  const send = useMutation({
    mutationFn: () =>
      api.support.evaluate({
        token,
        id,
        useful: Number(useful),
        clear: Number(clear),
        willUse: willUse === 'yes',
      }),
  })
  const marks = scale.map((value) => ({ value, label: value }))
  if (send.isSuccess)
    return (
      <Dialog title={text.evaluate} onClose={onClose}>
        <Notice kind="good" title={text.evaluated} />
        <DialogActions>
          <Button onClick={onClose}>OK</Button>
        </DialogActions>
      </Dialog>
    )
  return (
    <Dialog title={text.evaluate} onClose={onClose}>
      <Choice
        label={`${text.useful} (1 ${text.little}, 5 ${text.much})`}
        options={marks}
        columns={5}
        value={useful}
        onChange={setUseful}
      />
      <Choice
        label={`${text.clear} (1 ${text.little}, 5 ${text.much})`}
        options={marks}
        columns={5}
        value={clear}
        onChange={setClear}
      />
      <Choice
        label={text.willUse}
        options={[
          { value: 'yes', label: text.yes },
          { value: 'no', label: text.no },
        ]}
        columns={2}
        value={willUse}
        onChange={setWillUse}
      />
      <Failure error={send.error} />
      <DialogActions>
        <Button
          fullWidth
          onClick={() => send.mutate()}
          disabled={!useful || !clear || !willUse}
          loading={send.isPending}
        >
          {text.send}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
