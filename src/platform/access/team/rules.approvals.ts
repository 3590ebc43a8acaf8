import type { Role } from '../roles.ts'

/** What takes two people. */
export const approvalKinds = [
  'export',
  'vault',
  'names',
  'owner',
  'coordinator',
  'recovery',
  'close',
  'set-aside',
] as const
export type ApprovalKind = (typeof approvalKinds)[number]

/** Somebody who leads now, and may ask and grant. */
export type Leader = {
  id: string
  role: Role
  /** From when on they may grant what another asked for. */
  grantsFrom: Date
  /** Who invited them or gave them back their access, unless somebody else has said since that they know them. */
  broughtBy: readonly string[]
  /** Themselves, whoever brought them, whoever brought those, and so on. */
  line: readonly string[]
}

/** Why somebody may not grant what another asked for. */
export const obstacles = ['same-person', 'not-leading', 'owner-grants', 'too-new', 'one-hand'] as const
export type Obstacle = (typeof obstacles)[number]

export type Asked = {
  kind: ApprovalKind
  /** What the member it speaks of is now; undefined when it speaks of nobody who is here. */
  subjectRole: Role | undefined
}

/**
 * The one rule of who may grant, whatever is asked; undefined when nothing stands in the way. Two memberships are of one hand
 * when the same person might hold both: one brought the other, or a third brought both, and nobody else has said since that
 * they know them.
 */
export const obstacleTo = (
  granter: Leader | undefined,
  asker: Leader | undefined,
  asked: Asked,
  now: Date,
): Obstacle | undefined => {
  if (!granter || !asker) return 'not-leading'
  if (granter.id === asker.id) return 'same-person'
  if (takesOwner(asked) && granter.role !== 'owner') return 'owner-grants'
  if (granter.grantsFrom > now) return 'too-new'
  return isOneHand(granter, asker) ? 'one-hand' : undefined
}

/** What an owner grants: the data as a whole, the organization's end, and who owns it. */
const takesOwner = ({ kind, subjectRole }: Asked): boolean =>
  ['export', 'close', 'owner'].includes(kind) || (kind === 'recovery' && subjectRole === 'owner')

const isOneHand = (one: Leader, other: Leader): boolean => one.line.some((id) => other.line.includes(id))

/** What making somebody this spends; undefined when one person decides it. */
export const approvalFor = (role: Role): 'owner' | 'coordinator' | undefined =>
  role === 'owner' || role === 'coordinator' ? role : undefined

/** What making a member this spends, who was `before`: an owner may do less on one owner's word. */
export const approvalToBecome = (role: Role, before: Role): 'owner' | 'coordinator' | undefined =>
  role === before || before === 'owner' ? undefined : approvalFor(role)
