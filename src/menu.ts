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
const log = { to: '/log', es: 'Registro', en: 'Log' }
const account = { to: '/account', es: 'Mi cuenta', en: 'My account' }

const house = (...parts: MenuItem[]): MenuItem => ({
  ...parts[0]!,
  es: 'Organización',
  en: 'Organization',
  parts,
})

const menus: Record<Role, readonly MenuItem[]> = {
  owner: [today, campaigns, activities, votes, house(organization, people, team, log, account)],
  coordinator: [today, campaigns, activities, votes, house(organization, people, team, account)],
  organizer: [today, campaigns, activities, votes, house(team, account)],
  adviser: [today, campaigns, activities, votes, house(organization, team, account)],
  vigilance: [today, campaigns, activities, votes, house(organization, team, log, account)],
  viewer: [today, campaigns, activities, votes, house(team, account)],
  program_officer: [activities, house(organization, team, account)],
  funder_officer: [house(organization, team, account)],
}

export const deskMenu = (role: Role): readonly MenuItem[] => menus[role]

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
