import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const supportRoutes = <Parent extends AnyRoute>(parent: Parent) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/support',
      component: lazyRouteComponent(() => import('./screens/ActivitiesPage.tsx'), 'ActivitiesPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/support/$activityId',
      component: lazyRouteComponent(() => import('./screens/ActivityPage.tsx'), 'ActivityPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/here',
      component: lazyRouteComponent(() => import('./screens/HerePage.tsx'), 'HerePage'),
    }),
  ] as const
