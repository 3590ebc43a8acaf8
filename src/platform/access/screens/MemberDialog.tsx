import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Choices } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { memberTexts } from '../messages.members.ts'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import { owners } from '../roles.ts'
import { Failure } from './Failure.tsx'
import type { List } from './Lists.tsx'
import { RecoveryDialog } from './RecoveryDialog.tsx'
import { RoleDialog } from './RoleDialog.tsx'
import { useMay } from './session.tsx'
import type { Member } from './TeamPage.tsx'
import styles from './team.module.css'

/** What a member is called and which lists they have; from here to their role, and to giving back access to who lost it. */
export function MemberDialog({
  member,
  lists,
  onClose,
}: {
  member: Member
  lists: readonly List[]
  onClose: () => void
}) {
  const text = useTexts(teamTexts)
  const more = useTexts(memberTexts)
  const { roles } = useTexts(accessTexts)
  const client = useQueryClient()
  const owns = useMay(owners)
  const [step, setStep] = useState<'role' | 'recovery'>()
  const [alias, setAlias] = useState(member.alias)
  const [listIds, setListIds] = useState<string[]>([...member.lists])
  const save = useMutation({
    mutationFn: async () => {
      if (alias.trim() !== member.alias) await api.team.rename({ id: member.id, alias: alias.trim() })
      await api.team.assign({ id: member.id, listIds })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['team'] })
      onClose()
    },
  })
  const back = () => setStep(undefined)
  if (step === 'role') return <RoleDialog member={member} onClose={back} />
  if (step === 'recovery') return <RecoveryDialog member={member} onBack={back} onDone={onClose} />
  return (
    <Dialog title={member.alias} onClose={onClose}>
      <TextInput
        label={text.alias}
        value={alias}
        onChange={(event) => setAlias(event.currentTarget.value)}
        maxLength={60}
      />
      {member.role === 'organizer' && (
        <Choices
          label={text.lists}
          options={lists.map(({ id, name }) => ({ value: id, label: name }))}
          value={listIds}
          onChange={setListIds}
        />
      )}
      <ul className={styles.list}>
        <li className={styles.row}>
          <div>
            {text.role}: <strong>{roles[member.role]}</strong>
            {!owns && <div className={styles.soft}>{more.ownerChanges}</div>}
          </div>
          {owns && (
            <Button variant="default" size="sm" onClick={() => setStep('role')}>
              {more.changeRole}
            </Button>
          )}
        </li>
        <li className={styles.row}>
          <span>{more.lostAccess}</span>
          <Button variant="default" size="sm" onClick={() => setStep('recovery')}>
            {more.giveBack}
          </Button>
        </li>
      </ul>
      <Failure error={save.error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button onClick={() => save.mutate()} loading={save.isPending} disabled={alias.trim() === ''}>
          {text.save}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
