import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { activityTexts } from '../messages.desk.ts'
import styles from './support.module.css'

/** The code by which another organization joins the activity. */
export function ShareDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useTexts(activityTexts)
  const [copied, setCopied] = useState(false)
  const { mutate, data, error } = useMutation({ mutationFn: () => api.support.joinCode({ id }) })
  useEffect(() => mutate(), [mutate])
  return (
    <Dialog title={text.share} onClose={onClose}>
      <p>{text.shareHelp}</p>
      <Failure error={error} />
      {data && <output className={styles.code}>{data.token}</output>}
      <DialogActions>
        {data && (
          <Button
            variant="default"
            onClick={async () => {
              await navigator.clipboard.writeText(data.token)
              setCopied(true)
            }}
          >
            {copied ? text.copied : text.copy}
          </Button>
        )}
        <Button onClick={onClose}>{text.done}</Button>
      </DialogActions>
    </Dialog>
  )
}
