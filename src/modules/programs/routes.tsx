import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

/** Keeps of an address's search only the texts that a screen knows. */
const texts =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Record<string, unknown>): Partial<Record<Name, string>> =>
    Object.fromEntries(
      names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ) as Partial<Record<Name, string>>

export const programRoutes = <Parent extends AnyRoute>(parent: Parent) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/programs',
      component: lazyRouteComponent(() => import('./screens/awards/AwardsPage.tsx'), 'AwardsPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programs/awards/$awardId',
      validateSearch: texts('period'),
      component: lazyRouteComponent(() => import('./screens/awards/AwardPage.tsx'), 'AwardPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programs/figures/$indicatorId/$period',
      component: lazyRouteComponent(() => import('./screens/figures/FigurePage.tsx'), 'FigurePage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programs/indicators/$indicatorId/write',
      validateSearch: texts('from'),
      component: lazyRouteComponent(() => import('./screens/pact/WritePage.tsx'), 'WritePage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programs/definitions',
      component: lazyRouteComponent(() => import('./screens/pact/DefinitionsPage.tsx'), 'DefinitionsPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programs/definitions/$definitionId',
      component: lazyRouteComponent(() => import('./screens/pact/DefinitionPage.tsx'), 'DefinitionPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programs/reports',
      component: lazyRouteComponent(() => import('./screens/reports/ReportsPage.tsx'), 'ReportsPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programs/reports/$reportId',
      component: lazyRouteComponent(() => import('./screens/reports/ReportPage.tsx'), 'ReportPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programs/workbooks',
      component: lazyRouteComponent(() => import('./screens/evidence/WorkbooksPage.tsx'), 'WorkbooksPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programs/audits',
      validateSearch: texts('indicator', 'period'),
      component: lazyRouteComponent(() => import('./screens/evidence/AuditsPage.tsx'), 'AuditsPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programs/shared',
      component: lazyRouteComponent(() => import('./screens/evidence/AskedPage.tsx'), 'AskedPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/programs/team',
      component: lazyRouteComponent(() => import('./screens/team/ProgramTeamPage.tsx'), 'ProgramTeamPage'),
    }),
  ] as const
