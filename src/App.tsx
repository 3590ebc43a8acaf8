import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { GateProvider } from '#modules/campaigns/screens/gate/GateProvider.tsx'
import { accessTexts } from '#platform/access/messages.ts'
import { NoOrganization } from '#platform/access/screens/NoOrganization.tsx'
import { type Membership, useSession } from '#platform/access/screens/session.tsx'
import { DeliveryStatus } from '#platform/offline/screens/DeliveryStatus.tsx'
import { LockScreen, WipedScreen } from '#platform/offline/screens/LockScreen.tsx'
import { usePhone } from '#platform/offline/screens/PhoneProvider.tsx'
import { UpdateBanner } from '#platform/offline/screens/UpdateBanner.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Shell } from '#ui/Shell.tsx'
import { deskMenu, gateMenu, itemAt, type MenuItem } from './menu.ts'

// The door needs the server, so a phone at the gate need not carry it.
const SignIn = lazy(async () => {
  const { SignIn } = await import('#platform/access/screens/SignIn.tsx')
  return { default: SignIn }
})

/** Decides what stands around a screen: the door, the lock, the phone's menu or the desk's. */
export function App() {
  const { pathname } = useLocation()
  const { current } = usePhone()
  const { session } = useSession()
  if (pathname === '/join' || pathname === '/here' || pathname.startsWith('/observe/')) return <Outlet />
  if (current.state === 'loading') return null
  if (current.state === 'locked') return <LockScreen />
  // Before any session is looked at: ten wrong PINs must not open the desk.
  if (current.state === 'wiped') return <WipedScreen />
  if (current.state === 'unlocked') {
    return (
      <GateProvider phone={current.phone}>
        <Frame menu={gateMenu} brand="Agenda" status={<DeliveryStatus />}>
          {pathname === '/' ? <Navigate to="/gate" replace /> : <Outlet />}
        </Frame>
      </GateProvider>
    )
  }
  if (session.state === 'in')
    return session.membership ? <Desk membership={session.membership} /> : <NoOrganization />
  if (session.state === 'loading') return null
  return (
    <Suspense>
      <SignIn />
    </Suspense>
  )
}

function Desk({ membership }: { membership: Membership }) {
  const account = (
    <Link to="/account" style={{ fontSize: '0.9375rem' }}>
      {membership.alias}
    </Link>
  )
  const menu = deskMenu(membership.role, membership.kind)
  return (
    <Frame menu={menu} brand={membership.name} status={account}>
      <Outlet />
    </Frame>
  )
}

function Frame({
  menu,
  brand,
  status,
  children,
}: {
  menu: readonly MenuItem[]
  brand: string
  status: ReactNode
  children: ReactNode
}) {
  const [language] = useLanguage()
  const { pathname } = useLocation()
  const { menu: label, partsOf } = useTexts(accessTexts)
  const here = itemAt(menu, pathname)
  const exact = { exact: true }
  return (
    <Shell
      brand={brand}
      label={label}
      status={status}
      banner={<UpdateBanner />}
      menu={menu.map((item) => (
        <Link key={item.to} to={item.to} activeOptions={exact} data-here={item === here}>
          {item[language]}
        </Link>
      ))}
      partsLabel={here && partsOf(here[language])}
      parts={here?.parts?.map((part) => (
        <Link
          key={part.to}
          to={part.to}
          activeOptions={{ exact: here.parts!.some(({ to }) => to.startsWith(`${part.to}/`)) }}
        >
          {part[language]}
        </Link>
      ))}
    >
      {children}
    </Shell>
  )
}
