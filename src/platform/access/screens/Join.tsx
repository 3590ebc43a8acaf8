import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Doorway } from '#ui/Shell.tsx'
import { accessTexts } from '../messages.ts'
import { Failure } from './Failure.tsx'
import styles from './forms.module.css'
import { JoinWithPhone } from './JoinWithPhone.tsx'
import { tokenInAddress } from './join.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { useSession } from './session.tsx'

// A delegate's phone does not carry what an account at a desk needs.
const JoinWithAccount = lazy(async () => {
  const { JoinWithAccount } = await import('./JoinWithAccount.tsx')
  return { default: JoinWithAccount }
})

/** Accepting an invitation: with this phone and a PIN, with a new account, or with the account one is signed in with. */
export function Join() {
  const text = useTexts(accessTexts)
  const navigate = useNavigate()
  const { session, refresh, choose } = useSession()
  const [token] = useState(tokenInAddress)
  const [way, setWay] = useState<'phone' | 'account'>()
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.door.invitation({ token: token! }),
    enabled: token !== undefined,
    retry: false,
    gcTime: 0,
  })
  const joinAsMe = useMutation({
    mutationFn: () => api.account.join({ token: token! }),
    onSuccess: async ({ orgId }) => {
      await refresh()
      choose(orgId)
      await navigate({ to: '/' })
    },
  })
  if (!token || invitation.error) {
    return (
      <Doorway foot={<LanguageSwitch />}>
        <h1>{text.invitationOver}</h1>
        <Failure error={invitation.error} />
      </Doorway>
    )
  }
  if (!invitation.data) return null
  const { organization, role, alias, recovery } = invitation.data
  if (way === 'phone') return <JoinWithPhone token={token} />
  if (way === 'account')
    return (
      <Suspense>
        <JoinWithAccount token={token} />
      </Suspense>
    )
  return (
    <Doorway foot={<LanguageSwitch />}>
      <h1>{text.invitedTo(organization)}</h1>
      <p>{text.invitedAs(alias, text.roles[role])}</p>
      {recovery && <Notice kind="warn">{text.recovery}</Notice>}
      <div className={styles.way}>
        <Button variant={role === 'organizer' ? 'filled' : 'default'} onClick={() => setWay('phone')}>
          {text.choosePhone}
        </Button>
        <p>{text.choosePhoneHelp}</p>
      </div>
      <div className={styles.way}>
        <Button variant={role === 'organizer' ? 'default' : 'filled'} onClick={() => setWay('account')}>
          {text.chooseAccount}
        </Button>
        <p>{text.chooseAccountHelp}</p>
      </div>
      {session.state === 'in' && !recovery && (
        <Button variant="subtle" onClick={() => joinAsMe.mutate()} loading={joinAsMe.isPending}>
          {text.haveAccount}
        </Button>
      )}
      <Failure error={joinAsMe.error} />
    </Doorway>
  )
}
