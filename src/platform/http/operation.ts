import { oc } from '@orpc/contract'
import type { Role } from '../access/roles.ts'

/** Who may call an operation: anyone at the door, any signed-in account, or these roles inside one organization. */
export type Access = {
  may: 'anyone' | 'account' | readonly Role[]
  /** Needs somebody who signed in or confirmed within the last ten minutes. */
  fresh?: true
  /** The largest request body in bytes; 256 kB unless said. */
  bodyBytes?: number
  /**
   * What shows, before a large body is read, that its sender is known, where no session does: a token in this header, whose
   * digest this function of schema `door` finds.
   */
  knock?: { readonly header: string; readonly door: string }
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Begins one operation of a contract: who may call it stands beside its route, and without it there is no operation.
 * Follow with `.input(z.strictObject(…))` and `.output(…)`.
 */
export const operation = (access: Access, method: HttpMethod, path: `/${string}`) =>
  oc.$meta<Access>(access).route({ method, path, tags: [path.split('/')[1]!] })
