import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { memberTexts } from '../messages.members.ts'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import { leadership, type Role, rolesIn } from '../roles.ts'
import { approvalToBecome } from '../team/rules.approvals.ts'
import { Agreement, useAgreement } from './Agreement.tsx'
import { Failure } from './Failure.tsx'
import { useMembership, useSession } from './session.tsx'
import type { Member } from './TeamPage.tsx'
import styles from './team.module.css'

/** Another role for a member: at once, or asked for here and approved by another first. */
export function RoleDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const text = useTexts(memberTexts)
  const { role: label, roleHelp, cancel, ask: askWord, approvalKinds } = useTexts(teamTexts)
  const { roles } = useTexts(accessTexts)
  const client = useQueryClient()
  const { kind } = useMembership()
  const { refresh } = useSession()
  const [role, setRole] = useState<Role>(member.role)
  const offered = [...new Set([member.role, ...rolesIn(kind)])]
  const needed = approvalToBecome(role, member.role)
  const { granted, open, ask, error } = useAgreement(needed, member.id)
  const change = useMutation({
    mutationFn: () =>
      api.team.changeRole({ id: member.id, role, ...(granted ? { approvalId: granted.id } : {}) }),
    onSuccess: async () => {
      // It may be one's own.
      await Promise.all([client.invalidateQueries({ queryKey: ['team'] }), refresh()])
      onClose()
    },
  })
  const leads = leadership.some((one) => one === role)
  return (
    <Dialog title={text.roleOf(member.alias)} onClose={onClose}>
      <NativeSelect
        label={label}
        description={roleHelp[role]}
        value={role}
        onChange={(event) => {
          change.reset()
          setRole(event.currentTarget.value as Role)
        }}
        data={offered.map((value) => ({ value, label: roles[value] }))}
      />
      {role !== member.role && (
        <p className={styles.soft}>
          {text.roleAtOnce} {leads && text.roleSeasons} {role === 'organizer' && text.listsNext}
        </p>
      )}
      {needed && !granted && <Agreement open={open} askFirst={text.askRole} />}
      {granted && <Notice kind="good">{text.roleAgreed}</Notice>}
      <Failure error={change.error ?? error} />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {cancel}
        </Button>
        {needed && !granted ? (
          <Button onClick={() => ask.mutate('')} disabled={open !== undefined} loading={ask.isPending}>
            {askWord}: {approvalKinds[needed].toLowerCase()}
          </Button>
        ) : (
          <Button onClick={() => change.mutate()} disabled={role === member.role} loading={change.isPending}>
            {text.changeRole}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
