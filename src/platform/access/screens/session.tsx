import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { api } from '#api'
import { activeOrganization, codeOf } from '../../http/client.ts'
import type { Role } from '../roles.ts'

type Account = Awaited<ReturnType<typeof api.account.get>>
export type Membership = Account['organizations'][number]

/** Who is signed in, in which organization this tab acts, or why it is not known yet. */
export type Session =
  | { state: 'loading' | 'out' | 'unreached' }
  | { state: 'in'; account: Account; membership: Membership | undefined }

type SessionContext = {
  session: Session
  choose: (orgId: string) => void
  refresh: () => Promise<void>
  signOut: () => Promise<void>
}

const Context = createContext<SessionContext | undefined>(undefined)

export const useSession = (): SessionContext => {
  const context = useContext(Context)
  if (!context) throw new Error('useSession stands inside SessionProvider.')
  return context
}

/** The membership this tab acts with; for screens that stand behind the sign-in. */
export const useMembership = (): Membership => {
  const { session } = useSession()
  if (session.state !== 'in' || !session.membership) throw new Error('This screen stands behind the sign-in.')
  return session.membership
}

export const useMay = (roles: readonly Role[]): boolean => {
  const { session } = useSession()
  return session.state === 'in' && session.membership !== undefined && roles.includes(session.membership.role)
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [chosen, setChosen] = useState(activeOrganization.get)
  const { data, error, isPending } = useQuery({
    queryKey: ['account'],
    queryFn: () => api.account.get(),
    retry: false,
    staleTime: 60_000,
  })
  const session = useMemo((): Session => {
    if (error) return { state: codeOf(error) === 'signed-out' ? 'out' : 'unreached' }
    if (isPending) return { state: 'loading' }
    const membership = data.organizations.find(({ orgId }) => orgId === chosen) ?? data.organizations[0]
    if (membership) activeOrganization.set(membership.orgId)
    return { state: 'in', account: data, membership }
  }, [data, error, isPending, chosen])

  const value = useMemo(
    () => ({
      session,
      choose: (orgId: string) => {
        activeOrganization.set(orgId)
        setChosen(orgId)
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'account' })
      },
      refresh: () => client.invalidateQueries({ queryKey: ['account'] }),
      signOut: async () => {
        await api.account.signOut().catch(() => {})
        activeOrganization.clear()
        client.clear()
        location.assign('/')
      },
    }),
    [session, client],
  )
  return <Context value={value}>{children}</Context>
}
