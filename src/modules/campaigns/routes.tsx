import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PeopleSearch } from './screens/desk/CampaignPeople.tsx'

/** The screens of a delegate's phone; they work without a signal. */
export const gateRoutes = <Parent extends AnyRoute>(parent: Parent) =>
  [
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
      // The refused conversation that is being corrected.
      validateSearch: (search): { mends?: string } =>
        typeof search.mends === 'string' ? { mends: search.mends } : {},
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/gate/outbox',
      component: lazyRouteComponent(() => import('./screens/gate/GateOutbox.tsx'), 'GateOutbox'),
    }),
  ] as const

/** The screens of the desk. */
export const campaignRoutes = <Parent extends AnyRoute>(parent: Parent) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/campaigns',
      component: lazyRouteComponent(() => import('./screens/desk/CampaignList.tsx'), 'CampaignList'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/campaigns/new',
      component: lazyRouteComponent(() => import('./screens/desk/NewCampaign.tsx'), 'NewCampaign'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/campaigns/$campaignId',
      component: lazyRouteComponent(() => import('./screens/desk/CampaignChart.tsx'), 'CampaignChart'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/campaigns/$campaignId/people',
      component: lazyRouteComponent(() => import('./screens/desk/CampaignPeople.tsx'), 'CampaignPeople'),
      validateSearch: ({ departmentId, shiftId, silent }): PeopleSearch => ({
        ...(typeof departmentId === 'string' && { departmentId }),
        ...(typeof shiftId === 'string' && { shiftId }),
        ...(silent === true && { silent }),
      }),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/campaigns/$campaignId/people/$personId',
      component: lazyRouteComponent(() => import('./screens/desk/PersonPage.tsx'), 'PersonPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/campaigns/$campaignId/week',
      component: lazyRouteComponent(() => import('./screens/desk/CampaignWeek.tsx'), 'CampaignWeek'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/campaigns/$campaignId/promises',
      component: lazyRouteComponent(() => import('./screens/desk/CampaignPromises.tsx'), 'CampaignPromises'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/campaigns/$campaignId/map',
      component: lazyRouteComponent(() => import('./screens/desk/CampaignMap.tsx'), 'CampaignMap'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/campaigns/$campaignId/sheets',
      component: lazyRouteComponent(() => import('./screens/desk/CampaignSheets.tsx'), 'CampaignSheets'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/campaigns/$campaignId/import',
      component: lazyRouteComponent(() => import('./screens/desk/CampaignImport.tsx'), 'CampaignImport'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/campaigns/$campaignId/tally',
      component: lazyRouteComponent(() => import('./screens/desk/TallyForm.tsx'), 'TallyForm'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/team/departure',
      component: lazyRouteComponent(() => import('./screens/desk/Departure.tsx'), 'Departure'),
    }),
  ] as const
