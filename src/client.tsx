import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { campaignRoutes, gateRoutes } from '#modules/campaigns/routes.tsx'
import { organizationRoutes } from '#modules/organizations/routes.tsx'
import { peopleRoutes } from '#modules/people/routes.tsx'
import { programRoutes } from '#modules/programs/routes.tsx'
import { supportRoutes } from '#modules/support/routes.tsx'
import { electronicRoutes } from '#modules/votes/routes.electronic.tsx'
import { voteRoutes } from '#modules/votes/routes.tsx'
import { accessRoutes } from '#platform/access/routes.tsx'
import { SessionProvider } from '#platform/access/screens/session.tsx'
import { PhoneProvider } from '#platform/offline/screens/PhoneProvider.tsx'
import { LanguageProvider } from '#ui/language.tsx'
import { NotFound } from '#ui/NotFound.tsx'
import { theme } from '#ui/theme.ts'
import { App } from './App.tsx'
import { Home } from './Home.tsx'
import { isOutside } from './outside.ts'

// The only list of modules in the browser.
const outside = isOutside(location.pathname)
const root = createRootRoute({ component: outside ? Outlet : App })
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: Home,
})

const router = createRouter({
  routeTree: root.addChildren([
    home,
    ...accessRoutes(
      root,
      lazyRouteComponent(() => import('./Log.tsx'), 'Log'),
    ),
    ...gateRoutes(root),
    ...campaignRoutes(root),
    ...peopleRoutes(root),
    ...organizationRoutes(root),
    ...supportRoutes(root),
    ...electronicRoutes(root),
    ...voteRoutes(root),
    ...programRoutes(root),
  ] as const),
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 10_000 } } })

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      withCssVariables={false}
      withGlobalClasses={false}
      defaultColorScheme="auto"
    >
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          {outside ? (
            <RouterProvider router={router} />
          ) : (
            <PhoneProvider>
              <SessionProvider>
                <RouterProvider router={router} />
              </SessionProvider>
            </PhoneProvider>
          )}
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
)
