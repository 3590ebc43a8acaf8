import { Button } from '@mantine/core'
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { programWords } from '../../messages.ts'
import styles from '../programs.module.css'

/** A few fields and one thing to do with them; closes when it is done, and keeps what was typed when it is refused. */
export function FormDialog({ title, lead, submit, keep, refreshes, disabled, onClose, children }: Props) {
  const words = useTexts(programWords)
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (form: FormData) => keep((name) => String(form.get(name) ?? '').trim()),
    onSuccess: async () => {
      await Promise.all(refreshes.map((queryKey) => client.invalidateQueries({ queryKey })))
      onClose()
    },
  })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate(new FormData(event.currentTarget))
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {lead && <p>{lead}</p>}
      <form onSubmit={onSubmit} className={styles.form}>
        {children}
        <Failure error={save.error} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={disabled ?? false}>
            {submit ?? words.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

type Props = {
  title: ReactNode
  lead?: ReactNode
  submit?: string
  keep: (field: (name: string) => string) => Promise<unknown>
  refreshes: readonly QueryKey[]
  disabled?: boolean
  onClose: () => void
  children: ReactNode
}
