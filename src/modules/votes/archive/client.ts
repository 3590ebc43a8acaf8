import { contract } from 'virtual:contract'
import { createORPCClient } from '@orpc/client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { Api } from '#api'

/**
 * The same operations, called by nobody: no cookie and no organization go with a ballot, even from the phone of somebody
 * who is signed in.
 */
export const nobody: Api = createORPCClient(
  new OpenAPILink(contract, {
    url: () => `${location.origin}/api`,
    headers: () => ({ 'accept-language': document.documentElement.lang }),
    fetch: (request, init) => fetch(request, { ...init, credentials: 'omit' }),
  }),
)
