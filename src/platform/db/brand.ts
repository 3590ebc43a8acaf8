import * as z from 'zod'

/** An id of one kind of record: a UUID that cannot be passed where another kind is wanted. Its title is for documents and tests. */
export const idOf = <const Name extends string>(name: Name) => z.uuid().meta({ title: name }).brand(name)

export const OrgId = idOf('OrgId')
export type OrgId = z.infer<typeof OrgId>

export const MembershipId = idOf('MembershipId')
export type MembershipId = z.infer<typeof MembershipId>

export const AccountId = idOf('AccountId')
export type AccountId = z.infer<typeof AccountId>

export const ListId = idOf('ListId')
export type ListId = z.infer<typeof ListId>

export const DeviceId = idOf('DeviceId')
export type DeviceId = z.infer<typeof DeviceId>
