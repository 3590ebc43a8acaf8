import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { teamTexts } from '#platform/access/messages.team.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMembership } from '#platform/access/screens/session.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import styles from './desk.module.css'
import { useMembers } from './queries.ts'

/** A dismissal in the team, in one action: access closed, phone dead, people handed over, and what the phone held. */
export function Departure() {
  const text = useTexts(teamTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const { membershipId: me } = useMembership()
  const members = useMembers()
  const [leaver, setLeaver] = useState('')
  const [heir, setHeir] = useState('')
  const [sure, setSure] = useState(false)
  const depart = useMutation({
    mutationFn: () => api.campaigns.depart({ membershipId: leaver, heirId: heir }),
    onSuccess: () => client.invalidateQueries(),
    onSettled: () => setSure(false),
  })
  const aliasOf = (id: string) => members.data?.find((member) => member.id === id)?.alias ?? ''
  const options = (except: string[]) => [
    { value: '', label: '—' },
    ...(members.data ?? [])
      .filter(({ id }) => !except.includes(id))
      .map(({ id, alias }) => ({ value: id, label: alias })),
  ]
  if (depart.data) {
    const { people, promises, nextSteps, devices } = depart.data
    return (
      <Page title={text.departed}>
        <div className={styles.stack}>
          <Notice kind="good">{text.handed(people, promises, nextSteps)}</Notice>
          {devices.length === 0 && <Notice>{text.heldNothing}</Notice>}
          {devices.map((device) => (
            <Notice key={device.id} kind="warn" title={text.held(device.label, device.people, device.names)}>
              {device.expiresAt && text.heldUntil(moment(device.expiresAt, language))}
            </Notice>
          ))}
        </div>
      </Page>
    )
  }
  return (
    <Page title={text.departure} lead={text.departureLead}>
      <div className={styles.form}>
        <NativeSelect
          label={text.leaver}
          value={leaver}
          onChange={(event) => setLeaver(event.currentTarget.value)}
          data={options([me])}
        />
        <NativeSelect
          label={text.heir}
          value={heir}
          onChange={(event) => setHeir(event.currentTarget.value)}
          data={options([leaver])}
        />
        <Failure error={depart.error} />
        <div className={styles.bar}>
          <Button onClick={() => setSure(true)} disabled={!leaver || !heir}>
            {text.depart}
          </Button>
        </div>
      </div>
      {sure && (
        <Dialog title={text.departSure(aliasOf(leaver))} onClose={() => setSure(false)}>
          <p>{text.departureLead}</p>
          <DialogActions>
            <Button variant="default" onClick={() => setSure(false)}>
              {text.cancel}
            </Button>
            <Button onClick={() => depart.mutate()} loading={depart.isPending}>
              {text.depart}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Page>
  )
}
