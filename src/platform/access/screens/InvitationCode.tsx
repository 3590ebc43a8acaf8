import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Qr } from '#ui/Qr.tsx'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import { joinAddress } from './join.ts'
import styles from './team.module.css'

/** The code of an invitation, to be scanned in person; or its address, to be copied. */
export function InvitationCode({
  title,
  token,
  expiresAt,
  onClose,
}: {
  title: string
  token: string
  expiresAt: string
  onClose: () => void
}) {
  const text = useTexts(teamTexts)
  const { copy, copied } = useTexts(accessTexts)
  const [language] = useLanguage()
  const [done, setDone] = useState(false)
  const address = joinAddress(token)
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text.inviteLead}</p>
      <div className={styles.center}>
        <Qr text={address} label={title} />
      </div>
      <p className={styles.soft}>{text.expires(moment(expiresAt, language))}</p>
      <DialogActions>
        <Button
          variant="default"
          onClick={async () => {
            await navigator.clipboard.writeText(address)
            setDone(true)
          }}
        >
          {done ? copied : copy}
        </Button>
        <Button onClick={onClose}>{text.done}</Button>
      </DialogActions>
    </Dialog>
  )
}
