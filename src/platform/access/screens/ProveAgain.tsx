import { Button, PasswordInput, TextInput } from '@mantine/core'
import { startAuthentication } from '@simplewebauthn/browser'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#api'
import { Dialog } from '#ui/Dialog.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Problem } from '#ui/Problem.tsx'
import { codeOf, sentenceOf } from '../../http/client.ts'
import { usePhone } from '../../offline/screens/PhoneProvider.tsx'
import { teamTexts } from '../messages.team.ts'
import styles from './forms.module.css'
import { useSession } from './session.tsx'

/** What may not be done with a session left open: confirm with one's own key, then repeat it. */
export function ProveAgain() {
  const text = useTexts(teamTexts)
  const { session } = useSession()
  const { current } = usePhone()
  const [open, setOpen] = useState(false)
  const password = useMutation({
    mutationFn: (typed: { password: string; code: string }) =>
      api.account.prove({ kind: 'password', ...typed }),
  })
  const passkey = useMutation({
    mutationFn: async () => {
      const optionsJSON = (await api.door.signInOptions()) as Parameters<
        typeof startAuthentication
      >[0]['optionsJSON']
      return api.account.prove({
        kind: 'passkey',
        response: (await startAuthentication({ optionsJSON })) as never,
      })
    },
  })
  const phone = useMutation({
    mutationFn: () => {
      if (current.state !== 'unlocked') throw new Error('The phone is locked.')
      return api.account.prove({ kind: 'phone', secret: current.phone.secret })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    password.mutate({ password: String(form.get('password')), code: String(form.get('code')) })
  }
  if (password.isSuccess || passkey.isSuccess || phone.isSuccess)
    return <Notice kind="good">{text.nowRepeat}</Notice>
  if (!open) {
    return (
      <Button variant="default" size="sm" onClick={() => setOpen(true)}>
        {text.confirm}
      </Button>
    )
  }
  const account = session.state === 'in' ? session.account : undefined
  const error = password.error ?? passkey.error ?? phone.error
  return (
    <Dialog title={text.proveTitle} onClose={() => setOpen(false)}>
      <p>{text.proveLead}</p>
      {error && <Problem code={codeOf(error)} sentence={sentenceOf(error)} />}
      {account?.hasPassword && (
        <form onSubmit={submit} className={styles.form}>
          <PasswordInput name="password" label={text.yourPassword} autoComplete="current-password" required />
          <TextInput name="code" label={text.code} autoComplete="one-time-code" required />
          <Button type="submit" loading={password.isPending}>
            {text.confirm}
          </Button>
        </form>
      )}
      {account && account.passkeys.length > 0 && (
        <Button variant="default" onClick={() => passkey.mutate()} loading={passkey.isPending}>
          {text.withPasskey}
        </Button>
      )}
      {current.state === 'unlocked' && (
        <Button variant="default" onClick={() => phone.mutate()} loading={phone.isPending}>
          {text.withPhone}
        </Button>
      )}
    </Dialog>
  )
}
