import { type AnyRoute, createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'

/** `log`: the access log with the words of every module, which this folder does not know. */
export const accessRoutes = <Parent extends AnyRoute>(parent: Parent, log: RouteComponent) =>
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
      component: log,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/account',
      component: lazyRouteComponent(() => import('./screens/AccountPage.tsx'), 'AccountPage'),
    }),
  ] as const
