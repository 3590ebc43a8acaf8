import type { Role } from '#platform/access/roles.ts'

/** One word of the menu: where it leads and what it is called. At most five are shown to anybody; the rest are parts of one. */
export type MenuItem = { to: string; es: string; en: string; parts?: readonly MenuItem[] }

const today = { to: '/', es: 'Hoy', en: 'Today' }
const campaigns = { to: '/campaigns', es: 'Campañas', en: 'Campaigns' }
const activities = { to: '/support', es: 'Actividades', en: 'Activities' }
const votes = { to: '/votes', es: 'Votaciones', en: 'Votes' }
const organization = { to: '/organization', es: 'Comités y acuerdos', en: 'Committees and sharing' }
const people = { to: '/people', es: 'Personas', en: 'People' }
const team = { to: '/team', es: 'Equipo', en: 'Team' }
const shared = { to: '/programs/shared', es: 'Lo que compartes', en: 'What you share' }
const log = { to: '/log', es: 'Registro', en: 'Log' }
const account = { to: '/account', es: 'Mi cuenta', en: 'My account' }

const house = (...parts: MenuItem[]): MenuItem => ({
  ...parts[0]!,
  es: 'Organización',
  en: 'Organization',
  parts,
})

const awards = { to: '/programs', es: 'Programas', en: 'Programs' }
const definitions = { to: '/programs/definitions', es: 'Definiciones', en: 'Definitions' }
const reports = { to: '/programs/reports', es: 'Informes', en: 'Reports' }
const workbooks = { to: '/programs/workbooks', es: 'Libros de los socios', en: 'Partners’ workbooks' }
const audits = { to: '/programs/audits', es: 'Verificaciones', en: 'Audits' }
const programTeam = { to: '/programs/team', es: 'Equipo y socios', en: 'Team and partners' }
const programs: MenuItem = { ...awards, parts: [awards, workbooks, audits, programTeam] }

const menus: Record<Role, readonly MenuItem[]> = {
  owner: [today, campaigns, activities, votes, house(organization, shared, people, team, log, account)],
  coordinator: [today, campaigns, activities, votes, house(organization, shared, people, team, account)],
  organizer: [today, campaigns, activities, votes, house(team, account)],
  adviser: [today, campaigns, activities, votes, house(organization, team, account)],
  vigilance: [today, campaigns, activities, votes, house(organization, shared, team, log, account)],
  viewer: [today, campaigns, activities, votes, house(team, account)],
  program_officer: [programs, definitions, reports, activities, house(organization, team, account)],
  funder_officer: [reports, definitions, audits, house(organization, team, account)],
}

/** Whoever leads a program or a funder works on other things than whoever leads a union. */
const led: Partial<Record<string, readonly MenuItem[]>> = {
  program: [programs, definitions, reports, activities, house(organization, shared, team, log, account)],
  funder: [reports, definitions, audits, house(organization, team, log, account)],
}

export const deskMenu = (role: Role, kind?: string): readonly MenuItem[] =>
  (role === 'owner' ? led[kind ?? ''] : undefined) ?? menus[role]

/** A delegate's phone. */
export const gateMenu: readonly MenuItem[] = [
  { to: '/gate', es: 'Hoy', en: 'Today', parts: [{ to: '/gate', es: 'Hoy', en: 'Today' }, votes] },
  { to: '/gate/list', es: 'Gente', en: 'People' },
  { to: '/gate/new', es: 'Agregar', en: 'Add' },
  { to: '/gate/outbox', es: 'Envíos', en: 'Outbox' },
  { to: '/account', es: 'Cuenta', en: 'Account' },
]

/** The item of the menu that a path is in, by itself or by one of its parts. */
export const itemAt = (menu: readonly MenuItem[], path: string): MenuItem | undefined => {
  const reach = ({ to }: MenuItem) =>
    path === to || (to !== '/' && path.startsWith(`${to}/`)) ? to.length : 0
  const best = (item: MenuItem) => Math.max(reach(item), ...(item.parts ?? []).map(reach))
  return menu.filter((item) => best(item) > 0).toSorted((a, b) => best(b) - best(a))[0]
}
