import type { Role } from '#platform/access/roles.ts'

/** One word of the menu: where it leads and what it is called. At most five are shown to anybody. */
export type MenuItem = { to: string; es: string; en: string }

const today = { to: '/', es: 'Hoy', en: 'Today' }
const campaigns = { to: '/campaigns', es: 'Campañas', en: 'Campaigns' }
const people = { to: '/people', es: 'Personas', en: 'People' }
const team = { to: '/team', es: 'Equipo', en: 'Team' }
const organization = { to: '/organization', es: 'Organización', en: 'Organization' }
const log = { to: '/log', es: 'Registro', en: 'Log' }

const menus: Record<Role, readonly MenuItem[]> = {
  owner: [today, campaigns, people, team, organization],
  coordinator: [today, campaigns, people, team, organization],
  organizer: [today, campaigns, team],
  adviser: [today, campaigns, team, organization],
  vigilance: [today, campaigns, team, organization, log],
  viewer: [today, campaigns, team],
  program_officer: [team, organization],
  funder_officer: [team, organization],
}

export const deskMenu = (role: Role): readonly MenuItem[] => menus[role]

/** A delegate's phone. */
export const gateMenu: readonly MenuItem[] = [
  { to: '/gate', es: 'Hoy', en: 'Today' },
  { to: '/gate/list', es: 'Gente', en: 'People' },
  { to: '/gate/new', es: 'Agregar', en: 'Add' },
  { to: '/gate/outbox', es: 'Envíos', en: 'Outbox' },
  { to: '/account', es: 'Cuenta', en: 'Account' },
]
