import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { activityTexts } from '../messages.desk.ts'

/** Joins an activity that another organization convenes. */
export function JoinActivityDialog({ onClose }: { onClose: () => void }) {
  const text = useTexts(activityTexts)
  const client = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [token, setToken] = useState('')
  const join = useMutation({
    mutationFn: () => api.support.join({ id, token: token.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['activities'] })
      onClose()
    },
  })
  return (
    <Dialog title={text.join} onClose={onClose}>
      <p className="soft">{text.joinHelp}</p>
      <TextInput
        label={text.joinCode}
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
        autoComplete="off"
      />
      <Failure error={join.error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {text.back}
        </Button>
        <Button onClick={() => join.mutate()} disabled={token.trim() === ''} loading={join.isPending}>
          {text.join}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
