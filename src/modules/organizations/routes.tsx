import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const organizationRoutes = <Parent extends AnyRoute>(parent: Parent) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/organization',
      component: lazyRouteComponent(() => import('./screens/OrganizationPage.tsx'), 'OrganizationPage'),
    }),
  ] as const
