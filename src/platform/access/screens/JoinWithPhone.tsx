import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { Doorway } from '#ui/Shell.tsx'
import { deviceLabel } from '../../http/device.ts'
import { usePhone } from '../../offline/screens/PhoneProvider.tsx'
import { accessTexts } from '../messages.ts'
import type { Enrolled } from '../schema.ts'
import { Failure } from './Failure.tsx'
import styles from './forms.module.css'
import { isWeakPin } from './join.ts'
import { useSession } from './session.tsx'

/** A phone and a PIN: all that a delegate needs. */
export function JoinWithPhone({ token }: { token: string }) {
  const text = useTexts(accessTexts)
  const navigate = useNavigate()
  const { enroll } = usePhone()
  const { refresh } = useSession()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const weak = pin.length === 6 && isWeakPin(pin)
  const differs = again.length >= pin.length && again !== '' && again !== pin
  const given = useRef<Enrolled>(undefined)
  const join = useMutation({
    mutationFn: async () => {
      // An invitation opens once: when the phone had no room for what it gave, the next try needs no other.
      given.current ??= await api.door.joinWithPhone({ token, label: deviceLabel(navigator.userAgent) })
      await enroll(given.current, pin)
    },
    onSuccess: async () => {
      await refresh()
      await navigate({ to: '/gate', replace: true })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    join.mutate()
  }
  const digits = (value: string) => value.replaceAll(/\D/g, '').slice(0, 6)
  return (
    <Doorway>
      <h1>{text.pin}</h1>
      <form onSubmit={submit} className={styles.form}>
        <PasswordInput
          label={text.pin}
          description={text.pinHelp}
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          onChange={(event) => setPin(digits(event.currentTarget.value))}
          error={weak ? text.pinWeak : undefined}
          autoFocus
        />
        <PasswordInput
          label={text.pinAgain}
          inputMode="numeric"
          autoComplete="off"
          value={again}
          onChange={(event) => setAgain(digits(event.currentTarget.value))}
          error={differs ? text.pinDiffers : undefined}
        />
        <Failure error={join.error} />
        <Button
          type="submit"
          loading={join.isPending}
          disabled={pin.length !== 6 || weak || again !== pin}
          fullWidth
        >
          {text.pinSave}
        </Button>
      </form>
    </Doorway>
  )
}
