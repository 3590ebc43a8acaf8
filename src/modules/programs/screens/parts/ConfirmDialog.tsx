import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { programWords } from '../../messages.ts'

type Act = { mutate: () => void; isPending: boolean; error: unknown }

/** The second step of what cannot be taken back: what will happen in words, and the same words on the button. */
export function ConfirmDialog({ title, children, act, onClose }: Props) {
  const words = useTexts(programWords)
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Failure error={act.error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button onClick={() => act.mutate()} loading={act.isPending}>
          {title}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

type Props = { title: string; children: ReactNode; act: Act; onClose: () => void }
