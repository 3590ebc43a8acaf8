import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const peopleRoutes = <Parent extends AnyRoute>(parent: Parent) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/people',
      component: lazyRouteComponent(() => import('./screens/PeoplePage.tsx'), 'PeoplePage'),
    }),
  ] as const
