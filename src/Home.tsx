import { Navigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useSession } from '#platform/access/screens/session.tsx'
import { deskMenu } from './menu.ts'

const Today = lazy(async () => {
  const { DeskToday } = await import('#modules/campaigns/screens/desk/DeskToday.tsx')
  return { default: DeskToday }
})

/** Where somebody begins: the first word of their own menu. */
export function Home() {
  const { session } = useSession()
  if (session.state !== 'in' || !session.membership) return null
  const { role, kind } = session.membership
  const first = deskMenu(role, kind)[0]!
  if (first.to !== '/') return <Navigate to={first.to} replace />
  return (
    <Suspense>
      <Today />
    </Suspense>
  )
}
