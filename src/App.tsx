import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { gateMenu } from '#modules/campaigns/menu.ts'
import { GateProvider } from '#modules/campaigns/screens/gate/GateProvider.tsx'
import { accessTexts } from '#platform/access/messages.ts'
import { SignIn } from '#platform/access/screens/SignIn.tsx'
import { useSession } from '#platform/access/screens/session.tsx'
import { DeliveryStatus } from '#platform/offline/screens/DeliveryStatus.tsx'
import { LockScreen, WipedScreen } from '#platform/offline/screens/LockScreen.tsx'
import { usePhone } from '#platform/offline/screens/PhoneProvider.tsx'
import { useUpdate } from '#platform/offline/screens/update.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Shell } from '#ui/Shell.tsx'

/** Decides what stands around a screen: the door, the lock, the phone's menu or the desk's. */
export function App() {
  const { pathname } = useLocation()
  const { current } = usePhone()
  const { session } = useSession()
  if (pathname === '/join') return <Outlet />
  if (current.state === 'loading') return null
  if (current.state === 'unlocked') {
    return (
      <GateProvider phone={current.phone}>
        <PhoneFrame>{pathname === '/' ? <Navigate to="/gate" replace /> : <Outlet />}</PhoneFrame>
      </GateProvider>
    )
  }
  if (current.state === 'locked') return <LockScreen />
  if (session.state === 'in') return <Outlet />
  if (current.state === 'wiped') return <WipedScreen />
  return <SignIn />
}

function PhoneFrame({ children }: { children: ReactNode }) {
  const [language] = useLanguage()
  const text = useTexts(accessTexts)
  const update = useUpdate()
  return (
    <Shell
      brand="Agenda"
      label={text.signIn}
      status={<DeliveryStatus />}
      banner={update && <button onClick={update}>↻</button>}
      menu={gateMenu.map(({ to, es, en }) => (
        <Link key={to} to={to} activeOptions={{ exact: true }}>
          {language === 'es' ? es : en}
        </Link>
      ))}
    >
      {children}
    </Shell>
  )
}
