import { Button, NativeSelect, PasswordInput } from '@mantine/core'
import { startRegistration } from '@simplewebauthn/browser'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { deviceLabel } from '../../http/device.ts'
import { teamTexts } from '../messages.team.ts'
import { accessTexts } from '../messages.ts'
import { Failure } from './Failure.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { useSession } from './session.tsx'
import styles from './team.module.css'

/** One's own account: organization, language, keys, sessions. */
export function AccountPage() {
  const text = useTexts(teamTexts)
  const { roles } = useTexts(accessTexts)
  const { session, choose, signOut } = useSession()
  if (session.state !== 'in') return <Page title={text.account} />
  const { account, membership } = session
  return (
    <Page
      title={text.account}
      lead={membership && `${membership.alias} · ${roles[membership.role]}`}
      actions={
        <>
          <LanguageSwitch />
          <Button variant="default" onClick={signOut}>
            {text.signOut}
          </Button>
        </>
      }
    >
      {account.organizations.length > 1 && (
        <NativeSelect
          label={text.organization}
          value={membership?.orgId}
          onChange={(event) => choose(event.currentTarget.value)}
          data={account.organizations.map(({ orgId, name }) => ({ value: orgId, label: name }))}
        />
      )}
      {account.login !== null && <Keys />}
      <Sessions />
    </Page>
  )
}

function Keys() {
  const text = useTexts(teamTexts)
  const [language] = useLanguage()
  const { session, refresh } = useSession()
  const [password, setPassword] = useState('')
  const add = useMutation({
    mutationFn: async () => {
      const optionsJSON = (await api.account.passkeyOptions()) as Parameters<
        typeof startRegistration
      >[0]['optionsJSON']
      const response = await startRegistration({ optionsJSON })
      return api.account.addPasskey({
        response: response as never,
        label: deviceLabel(navigator.userAgent),
      })
    },
    onSuccess: refresh,
  })
  const remove = useMutation({
    mutationFn: (id: string) => api.account.removePasskey({ id }),
    onSuccess: refresh,
  })
  const change = useMutation({
    mutationFn: () => api.account.changePassword({ password }),
    onSuccess: async () => {
      setPassword('')
      await refresh()
    },
  })
  if (session.state !== 'in') return null
  const { passkeys, recoveryCodes, hasPassword } = session.account
  return (
    <Section title={text.keys}>
      <Failure error={add.error ?? remove.error ?? change.error} />
      <ul className={styles.list}>
        {passkeys.map((passkey) => (
          <li key={passkey.id} className={styles.row}>
            <span>
              {passkey.label} <span className={styles.soft}>{moment(passkey.createdAt, language)}</span>
            </span>
            <Button variant="default" size="sm" onClick={() => remove.mutate(passkey.id)}>
              {text.remove}
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="default" mt="sm" onClick={() => add.mutate()} loading={add.isPending}>
        {text.addPasskey}
      </Button>
      {hasPassword && (
        <div className={styles.inline}>
          <PasswordInput
            label={text.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="new-password"
            miw="16rem"
          />
          <Button
            variant="default"
            onClick={() => change.mutate()}
            disabled={password.length < 12}
            loading={change.isPending}
          >
            {text.changePassword}
          </Button>
        </div>
      )}
      {change.isSuccess && <Notice kind="good">{text.passwordChanged}</Notice>}
      {hasPassword && <p className={styles.soft}>{text.codesLeft(recoveryCodes)}</p>}
    </Section>
  )
}

function Sessions() {
  const text = useTexts(teamTexts)
  const [language] = useLanguage()
  const { session, refresh } = useSession()
  const end = useMutation({
    mutationFn: (name: string) => api.account.endSession({ name }),
    onSuccess: refresh,
  })
  const endOthers = useMutation({ mutationFn: () => api.account.endOtherSessions(), onSuccess: refresh })
  if (session.state !== 'in') return null
  const { sessions } = session.account
  return (
    <Section title={text.sessions}>
      <Failure error={end.error ?? endOthers.error} />
      <ul className={styles.list}>
        {sessions.map(({ name, label, seenAt, current }) => (
          <li key={name} className={styles.row}>
            <span>
              {label}{' '}
              <span className={styles.soft}>
                {current ? text.thisOne : text.seen(moment(seenAt, language))}
              </span>
            </span>
            {!current && (
              <Button variant="default" size="sm" onClick={() => end.mutate(name)}>
                {text.endSession}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button variant="default" mt="sm" onClick={() => endOthers.mutate()}>
          {text.endOthers}
        </Button>
      )}
    </Section>
  )
}
