import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { GateProvider } from '#modules/campaigns/screens/gate/GateProvider.tsx'
import { accessTexts } from '#platform/access/messages.ts'
import { type Membership, useSession } from '#platform/access/screens/session.tsx'
import { isRoomless } from '#platform/offline/phone/cache.ts'
import { DeliveryStatus } from '#platform/offline/screens/DeliveryStatus.tsx'
import { LockScreen, UnreadableScreen, WipedScreen } from '#platform/offline/screens/LockScreen.tsx'
import { usePhone } from '#platform/offline/screens/PhoneProvider.tsx'
import { UpdateBanner } from '#platform/offline/screens/UpdateBanner.tsx'
import { useUpdate } from '#platform/offline/screens/update.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Shell } from '#ui/Shell.tsx'
import { deskMenu, gateMenu, itemAt, type MenuItem } from './menu.ts'

// The door needs the server, so a phone at the gate need not carry it.
const SignIn = lazy(async () => {
  const { SignIn } = await import('#platform/access/screens/SignIn.tsx')
  return { default: SignIn }
})

const NoOrganization = lazy(async () => {
  const { NoOrganization } = await import('#platform/access/screens/NoOrganization.tsx')
  return { default: NoOrganization }
})

/** Decides what stands around a screen: the door, the lock, the phone's menu or the desk's. */
export function App() {
  const { pathname } = useLocation()
  const { current } = usePhone()
  const { session } = useSession()
  const update = useUpdate()
  useUpdateWhenLocked(current.state === 'locked', update)
  if (pathname === '/join' || pathname === '/here' || pathname.startsWith('/observe/')) return <Outlet />
  if (current.state === 'loading') return null
  if (current.state === 'locked') return <LockScreen />
  // Before any session is looked at: ten wrong PINs must not open the desk.
  if (current.state === 'wiped') return <WipedScreen />
  if (current.state === 'unreadable') return <UnreadableScreen />
  if (current.state === 'unlocked') {
    return (
      <GateProvider phone={current.phone}>
        <Frame menu={gateMenu} brand="Agenda" status={<DeliveryStatus />} update={update}>
          {pathname === '/' ? <Navigate to="/gate" replace /> : <Outlet />}
        </Frame>
      </GateProvider>
    )
  }
  if (session.state === 'in')
    return (
      <Suspense>
        {session.membership ? <Desk membership={session.membership} update={update} /> : <NoOrganization />}
      </Suspense>
    )
  if (session.state === 'loading') return null
  return (
    <Suspense>
      <SignIn />
    </Suspense>
  )
}

type Update = ReturnType<typeof useUpdate>

/** A phone that locks asks for its PIN in any case, and what was half filled is kept: the moment for a new version. */
const useUpdateWhenLocked = (locked: boolean, update: Update) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it locks, and not while somebody types the PIN.
  useEffect(() => {
    if (locked && !isRoomless()) update?.()
  }, [locked])
}

function Desk({ membership, update }: { membership: Membership; update: Update }) {
  const account = (
    <Link to="/account" style={{ fontSize: '0.9375rem' }}>
      {membership.alias}
    </Link>
  )
  const menu = deskMenu(membership.role, membership.kind)
  return (
    <Frame menu={menu} brand={membership.name} status={account} update={update}>
      <Outlet />
    </Frame>
  )
}

function Frame({
  menu,
  brand,
  status,
  update,
  children,
}: {
  menu: readonly MenuItem[]
  brand: string
  status: ReactNode
  update: Update
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
      banner={<UpdateBanner update={update} />}
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
