import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const accessRoutes = <Parent extends AnyRoute>(parent: Parent) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/join',
      component: lazyRouteComponent(() => import('./screens/Join.tsx'), 'Join'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/team',
      component: lazyRouteComponent(() => import('./screens/TeamPage.tsx'), 'TeamPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/log',
      component: lazyRouteComponent(() => import('./screens/LogPage.tsx'), 'LogPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/account',
      component: lazyRouteComponent(() => import('./screens/AccountPage.tsx'), 'AccountPage'),
    }),
  ] as const
