import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { deviceToday } from '#ui/format.ts'
import { useTexts } from '#ui/language.tsx'
import { organizationTexts } from '../messages.ts'
import type { CommitteeView } from './Committees.tsx'

/** Somebody left their post: it is a fact with a day, and is not taken back, so it is asked twice. */
export function LeaveDialog({ leader, onClose }: Props) {
  const text = useTexts(organizationTexts)
  const client = useQueryClient()
  const leave = useMutation({
    mutationFn: (leftOn: string) => api.organizations.leave({ id: leader.id, leftOn }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['committees'] })
      onClose()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    leave.mutate(String(new FormData(event.currentTarget).get('leftOn')))
  }
  return (
    <Dialog title={text.left} onClose={onClose}>
      <p>{text.leftHelp(leader.alias, leader.post)}</p>
      <form onSubmit={submit} style={{ display: 'grid', gap: '1rem' }}>
        <TextInput name="leftOn" type="date" label={text.leftDay} defaultValue={deviceToday()} required />
        <Failure error={leave.error} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={leave.isPending}>
            {text.left}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

type Props = { leader: CommitteeView['leaders'][number]; onClose: () => void }
