import { contract } from 'virtual:contract'
import { createORPCClient } from '@orpc/client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { Api } from '#api'
import { tabletHeader } from '../booth/words.ts'

const asNobody = (headers: Record<string, string>): Api =>
  createORPCClient(
    new OpenAPILink(contract, {
      url: () => `${location.origin}/api`,
      headers: () => ({ 'accept-language': document.documentElement.lang, ...headers }),
      fetch: (request, init) => fetch(request, { ...init, credentials: 'omit' }),
    }),
  )

/**
 * The same operations, called by nobody: no cookie and no organization go with a ballot, even from the phone of somebody
 * who is signed in.
 */
export const nobody: Api = asNobody({})

/** The tablet of a booth, which says which it is before its box is read, and nothing else. */
export const tabletOf = (token: string): Api => asNobody({ [tabletHeader]: token })
