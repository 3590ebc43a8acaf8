import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export const voteRoutes = <Parent extends AnyRoute>(parent: Parent) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/votes',
      component: lazyRouteComponent(() => import('./screens/VotesPage.tsx'), 'VotesPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/votes/new',
      component: lazyRouteComponent(() => import('./screens/NewVotePage.tsx'), 'NewVotePage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/votes/$voteId/edit',
      component: lazyRouteComponent(() => import('./screens/NewVotePage.tsx'), 'EditVotePage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/votes/$voteId',
      component: lazyRouteComponent(() => import('./screens/VotePage.tsx'), 'VotePage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/votes/$voteId/roll',
      component: lazyRouteComponent(() => import('./screens/RollPage.tsx'), 'RollPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/votes/$voteId/standing',
      component: lazyRouteComponent(() => import('./screens/StandingPage.tsx'), 'StandingPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/votes/$voteId/urns',
      component: lazyRouteComponent(() => import('./screens/UrnsPage.tsx'), 'UrnsPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/votes/$voteId/urns/$tableId',
      component: lazyRouteComponent(() => import('./screens/UrnPage.tsx'), 'UrnPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/votes/$voteId/result',
      component: lazyRouteComponent(() => import('./screens/ResultPage.tsx'), 'ResultPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/observe/$orgId/$voteId',
      component: lazyRouteComponent(() => import('./screens/ObservePage.tsx'), 'ObservePage'),
    }),
  ] as const
