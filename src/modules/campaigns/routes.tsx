import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

/** The screens of a delegate's phone; they work without a signal. */
export const gateRoutes = <Parent extends AnyRoute>(parent: Parent) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/gate',
    component: lazyRouteComponent(() => import('./screens/gate/GateToday.tsx'), 'GateToday'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/gate/list',
    component: lazyRouteComponent(() => import('./screens/gate/GateList.tsx'), 'GateList'),
    validateSearch: (search): { silent?: true } => (search.silent === true ? { silent: true } : {}),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/gate/new',
    component: lazyRouteComponent(() => import('./screens/gate/GateAdd.tsx'), 'GateAdd'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/gate/people/$personId',
    component: lazyRouteComponent(() => import('./screens/gate/GatePerson.tsx'), 'GatePerson'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/gate/people/$personId/talk',
    component: lazyRouteComponent(() => import('./screens/gate/GateTalk.tsx'), 'GateTalk'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/gate/outbox',
    component: lazyRouteComponent(() => import('./screens/gate/GateOutbox.tsx'), 'GateOutbox'),
  }),
]
