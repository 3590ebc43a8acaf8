import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

/** Screens of the electronic box; the first is the commission's, the others need no account. */
export const electronicRoutes = <Parent extends AnyRoute>(parent: Parent) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/votes/$voteId/box',
      component: lazyRouteComponent(() => import('./archive/screens/BoxPage.tsx'), 'BoxPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/ballot/$uuid',
      component: lazyRouteComponent(() => import('./remote/screens/BallotPage.tsx'), 'BallotPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/opened/$uuid',
      component: lazyRouteComponent(() => import('./remote/screens/OpenedPage.tsx'), 'OpenedPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/archive/$uuid',
      component: lazyRouteComponent(() => import('./archive/screens/ArchivePage.tsx'), 'ArchivePage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/observers',
      component: lazyRouteComponent(() => import('./archive/screens/GuidePage.tsx'), 'GuidePage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/custody',
      component: lazyRouteComponent(() => import('./trustees/screens/CustodyPage.tsx'), 'CustodyPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/booth',
      component: lazyRouteComponent(() => import('./booth/screens/BoothPage.tsx'), 'BoothPage'),
    }),
  ] as const
