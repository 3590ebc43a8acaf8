import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { hereTexts } from '../messages.here.ts'

/** For whoever wants the organization to look for them. */
export function LeaveDetails({ token, onClose }: { token: string; onClose: () => void }) {
  const text = useTexts(hereTexts)
  const [id] = useState(() => crypto.randomUUID())
  const [handle, setHandle] = useState('')
  const [phone, setPhone] = useState('')
  const send = useMutation({
    mutationFn: () => api.support.signUp({ token, id, handle: handle.trim(), phone: phone.trim() || null }),
  })
  return (
    <Dialog title={text.leave} onClose={onClose}>
      {send.isSuccess ? (
        <Notice kind="good" title={text.left} />
      ) : (
        <>
          <p>{text.leaveHelp}</p>
          <TextInput
            label={text.handle}
            value={handle}
            onChange={(event) => setHandle(event.currentTarget.value)}
            maxLength={60}
          />
          <TextInput
            label={text.phone}
            type="tel"
            value={phone}
            onChange={(event) => setPhone(event.currentTarget.value)}
            maxLength={40}
          />
          <Failure error={send.error} />
        </>
      )}
      <DialogActions>
        {send.isSuccess ? (
          <Button onClick={onClose}>OK</Button>
        ) : (
          <Button
            fullWidth
            onClick={() => send.mutate()}
            disabled={handle.trim() === ''}
            loading={send.isPending}
          >
            {text.send}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
