import { ORPCError } from '@orpc/client'

const organizationKey = 'organization'

/** The organization this tab acts in: one person may serve several, one active per tab. */
export const activeOrganization = {
  get: () => sessionStorage.getItem(organizationKey),
  set: (id: string) => sessionStorage.setItem(organizationKey, id),
  clear: () => sessionStorage.removeItem(organizationKey),
}

/** The code of a refusal, `offline` when the server was not reached, `fault` for anything else. */
export const codeOf = (error: unknown): string => {
  if (error instanceof ORPCError) return error.code
  return error instanceof TypeError ? 'offline' : 'fault'
}

/** What the server said, in the reader's language. */
export const sentenceOf = (error: unknown): string | undefined =>
  error instanceof ORPCError ? error.message : undefined
