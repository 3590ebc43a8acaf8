import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Doorway } from '#ui/Shell.tsx'
import { offlineTexts } from '../messages.ts'
import { isFull } from '../phone/database.ts'
import { usePhone } from './PhoneProvider.tsx'

/** Opens this phone with its PIN; works without a signal. */
export function LockScreen() {
  const text = useTexts(offlineTexts)
  const { unlock, delivery } = usePhone()
  const [pin, setPin] = useState('')
  const [wrong, setWrong] = useState<number>()
  const [busy, setBusy] = useState(false)
  const [full, setFull] = useState(false)
  const [forgot, setForgot] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      const result = await unlock(pin)
      setFull(false)
      if (!result.unlocked) setWrong(result.triesLeft)
    } catch (error) {
      // A try that cannot be counted is not made.
      if (!isFull(error)) throw error
      setFull(true)
    } finally {
      setBusy(false)
      setPin('')
    }
  }
  return (
    <Doorway>
      <h1>{text.locked}</h1>
      <p>{text.lockedLead}</p>
      <form onSubmit={submit} style={{ display: 'grid', gap: '1rem' }}>
        <PasswordInput
          label={text.pin}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          autoFocus
          error={wrong === undefined ? undefined : text.wrongPin(wrong)}
        />
        <Button type="submit" loading={busy} disabled={pin.length < 6} fullWidth>
          {text.open}
        </Button>
      </form>
      {full && <Notice kind="bad">{text.noRoom}</Notice>}
      {delivery.waiting > 0 && <Notice kind="warn">{text.stillWaiting(delivery.waiting)}</Notice>}
      <Button variant="subtle" onClick={() => setForgot(true)}>
        {text.forgot}
      </Button>
      {forgot && <Notice>{text.forgotHelp}</Notice>}
    </Doorway>
  )
}

/** After ten wrong PINs, or when a coordinator revoked this phone. */
export function WipedScreen() {
  const text = useTexts(offlineTexts)
  const { delivery, forget } = usePhone()
  const leave = useMutation({ mutationFn: forget })
  const waiting = delivery.waiting + delivery.held
  return (
    <Doorway>
      <h1>{text.wiped}</h1>
      <p>{text.wipedLead}</p>
      {waiting > 0 && <Notice kind="warn">{text.stillWaiting(waiting)}</Notice>}
      {leave.error && <Notice kind="bad">{text.needsSignal}</Notice>}
      {waiting === 0 && (
        <Button variant="subtle" loading={leave.isPending} onClick={() => leave.mutate()}>
          {text.signInInstead}
        </Button>
      )}
    </Doorway>
  )
}

/** What this phone keeps could not be opened: a browser that is still closing, no room, or damage. */
export function UnreadableScreen() {
  const text = useTexts(offlineTexts)
  const { look, forget } = usePhone()
  const again = useMutation({ mutationFn: look })
  const leave = useMutation({ mutationFn: forget })
  return (
    <Doorway>
      <h1>{text.unreadable}</h1>
      <p>{text.unreadableLead}</p>
      <Button loading={again.isPending} onClick={() => again.mutate()} fullWidth>
        {text.tryAgain}
      </Button>
      {leave.error && <Notice kind="bad">{text.needsSignal}</Notice>}
      <Button variant="subtle" loading={leave.isPending} onClick={() => leave.mutate()}>
        {text.signInInstead}
      </Button>
    </Doorway>
  )
}
