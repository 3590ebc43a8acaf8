/** What somebody is in one organization. One person may be something else in another. */
export const roles = [
  'owner',
  'coordinator',
  'organizer',
  'adviser',
  'vigilance',
  'viewer',
  'program_officer',
  'funder_officer',
] as const
export type Role = (typeof roles)[number]

/** How far a role reaches into the rows about people. The database enforces it: see `0001_doors.sql`. */
export type Reach = 'reach_org' | 'reach_lists' | 'reach_counts'

const reaches = {
  owner: 'reach_org',
  coordinator: 'reach_org',
  organizer: 'reach_lists',
  adviser: 'reach_counts',
  vigilance: 'reach_counts',
  viewer: 'reach_counts',
  program_officer: 'reach_org',
  funder_officer: 'reach_counts',
} as const satisfies Record<Role, Reach>

export const reachOf = (role: Role): Reach => reaches[role]

const unionRoles = ['organizer', 'coordinator', 'adviser', 'vigilance', 'viewer', 'owner'] as const
const programRoles = ['program_officer', 'funder_officer', 'coordinator', 'owner'] as const

/** The roles that people have in an organization of a kind, the most usual first. */
export const rolesIn = (kind: 'union' | 'program' | 'funder' | 'center'): readonly Role[] =>
  kind === 'union' || kind === 'center' ? unionRoles : programRoles

/** The sets of roles that operations are usually open to. */
export const owners = ['owner'] as const
export const leadership = ['owner', 'coordinator'] as const
export const field = ['owner', 'coordinator', 'organizer'] as const
export const union = ['owner', 'coordinator', 'organizer', 'adviser', 'vigilance', 'viewer'] as const
export const everyone = roles
