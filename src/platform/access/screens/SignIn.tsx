import { Button, PasswordInput, TextInput } from '@mantine/core'
import { startAuthentication } from '@simplewebauthn/browser'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Doorway } from '#ui/Shell.tsx'
import { accessTexts } from '../messages.ts'
import { Failure } from './Failure.tsx'
import { FirstRun } from './FirstRun.tsx'
import styles from './forms.module.css'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { useSession } from './session.tsx'

/** The way in for who has an account; an empty server asks for its first organization instead. */
export function SignIn() {
  const text = useTexts(accessTexts)
  const { refresh } = useSession()
  const door = useQuery({ queryKey: ['door'], queryFn: () => api.door.state() })
  const signIn = useMutation({
    mutationFn: (form: { login: string; password: string; code: string }) => api.door.signIn(form),
    onSuccess: refresh,
  })
  const passkey = useMutation({
    mutationFn: async () => {
      const optionsJSON = (await api.door.signInOptions()) as Parameters<
        typeof startAuthentication
      >[0]['optionsJSON']
      const response = await startAuthentication({ optionsJSON })
      return api.door.signInWithPasskey({ response: response as never })
    },
    onSuccess: refresh,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '')
    signIn.mutate({ login: value('login'), password: value('password'), code: value('code') })
  }
  if (door.data?.empty) return <FirstRun />
  return (
    <Doorway foot={<LanguageSwitch />}>
      <h1>{text.signIn}</h1>
      {door.data?.demo && <Notice kind="warn">{text.demoBanner}</Notice>}
      <form onSubmit={submit} className={styles.form}>
        <TextInput name="login" label={text.login} autoComplete="username" autoCapitalize="none" required />
        <PasswordInput name="password" label={text.password} autoComplete="current-password" required />
        <TextInput
          name="code"
          label={text.code}
          description={text.codeHelp}
          autoComplete="one-time-code"
          required
        />
        <Failure error={signIn.error ?? passkey.error} />
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {text.signIn}
        </Button>
      </form>
      <div className={styles.or}>{text.or}</div>
      <Button variant="default" onClick={() => passkey.mutate()} loading={passkey.isPending} fullWidth>
        {text.withPasskey}
      </Button>
    </Doorway>
  )
}
