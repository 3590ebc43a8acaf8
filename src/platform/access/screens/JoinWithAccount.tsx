import { Button, PasswordInput, TextInput } from '@mantine/core'
import { startRegistration } from '@simplewebauthn/browser'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { Qr } from '#ui/Qr.tsx'
import { Doorway } from '#ui/Shell.tsx'
import { deviceLabel } from '../../http/device.ts'
import { accessTexts } from '../messages.ts'
import { Failure } from './Failure.tsx'
import styles from './forms.module.css'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { useSession } from './session.tsx'

/** A user name with a passkey, or with a password and an authenticator app. */
export function JoinWithAccount({ token }: { token: string }) {
  const text = useTexts(accessTexts)
  const navigate = useNavigate()
  const { refresh } = useSession()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const enter = async () => {
    await refresh()
    await navigate({ to: '/', replace: true })
  }
  const authenticator = useMutation({ mutationFn: () => api.door.authenticator({ login }) })
  const withPassword = useMutation({
    mutationFn: (code: string) => {
      const { secret } = authenticator.data!
      return api.door.joinWithAccount({
        token,
        login,
        credentials: { kind: 'password', password, secret, code },
      })
    },
  })
  const withPasskey = useMutation({
    mutationFn: async () => {
      const optionsJSON = (await api.door.passkeyOptions({ login })) as Parameters<
        typeof startRegistration
      >[0]['optionsJSON']
      const response = await startRegistration({ optionsJSON })
      const credentials = {
        kind: 'passkey' as const,
        response: response as never,
        label: deviceLabel(navigator.userAgent),
      }
      return api.door.joinWithAccount({ token, login, credentials })
    },
    onSuccess: enter,
  })
  const begin = (event: FormEvent) => {
    event.preventDefault()
    authenticator.mutate()
  }
  const finish = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    withPassword.mutate(String(new FormData(event.currentTarget).get('code')))
  }
  if (withPassword.data) return <RecoveryCodes codes={withPassword.data.recoveryCodes} onDone={enter} />
  if (authenticator.data) {
    return (
      <Doorway>
        <h1>{text.scanAuthenticator}</h1>
        <p>{text.scanAuthenticatorHelp}</p>
        <Qr text={authenticator.data.uri} label={text.scanAuthenticator} />
        <div className={styles.key}>{authenticator.data.secret.match(/.{1,4}/g)?.join(' ')}</div>
        <form onSubmit={finish} className={styles.form}>
          <TextInput
            name="code"
            label={text.typeCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            autoFocus
          />
          <Failure error={withPassword.error} />
          <Button type="submit" loading={withPassword.isPending} fullWidth>
            {text.finish}
          </Button>
          <Button variant="subtle" onClick={() => authenticator.reset()}>
            {text.back}
          </Button>
        </form>
      </Doorway>
    )
  }
  return (
    <Doorway>
      <h1>{text.chooseAccount}</h1>
      <form onSubmit={begin} className={styles.form}>
        <TextInput
          label={text.chooseLogin}
          description={text.chooseLoginHelp}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value.trim())}
          autoComplete="username"
          autoCapitalize="none"
          minLength={3}
          maxLength={40}
          required
          autoFocus
        />
        <PasswordInput
          label={text.choosePassword}
          description={text.choosePasswordHelp}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="new-password"
          minLength={12}
          required
        />
        <Failure error={authenticator.error ?? withPasskey.error} />
        <Button type="submit" loading={authenticator.isPending} fullWidth>
          {text.next}
        </Button>
      </form>
      <div className={styles.or}>{text.or}</div>
      <Button
        variant="default"
        disabled={login.length < 3}
        onClick={() => withPasskey.mutate()}
        loading={withPasskey.isPending}
      >
        {text.usePasskey}
      </Button>
    </Doorway>
  )
}
