import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { deskTexts } from '../messages.desk.ts'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

type SavingProps = {
  vote: SeenVote
  title: string
  ready: boolean
  save: () => Promise<unknown>
  onClose: () => void
  children: ReactNode
}

/** A form about a vote that closes once it is saved. */
export function SavingDialog({ vote, title, ready, save, onClose, children }: SavingProps) {
  const desk = useTexts(deskTexts)
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: save,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['votes', vote.id] })
      onClose()
    },
  })
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.stack}>
        {children}
        <Failure error={saving.error} />
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {desk.back}
        </Button>
        <Button onClick={() => saving.mutate()} loading={saving.isPending} disabled={!ready}>
          {desk.save}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
