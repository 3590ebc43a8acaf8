import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { Failure } from './Failure.tsx'

/** Asks once more before what cannot be taken back; a refusal stands in the same place. `changes`: the queries that it makes old. */
export function Confirm({
  title,
  help,
  no,
  yes,
  changes,
  work,
  onClose,
}: {
  title: string
  help: string
  no: string
  yes: string
  changes: string
  work: () => Promise<unknown>
  onClose: () => void
}) {
  const client = useQueryClient()
  const done = useMutation({
    mutationFn: work,
    onSuccess: onClose,
    // Refused, it is not as the screen says either.
    onSettled: () => client.invalidateQueries({ queryKey: [changes] }),
  })
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{help}</p>
      <Failure error={done.error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {no}
        </Button>
        <Button onClick={() => done.mutate()} loading={done.isPending}>
          {yes}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
