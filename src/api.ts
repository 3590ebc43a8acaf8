import { contract } from 'virtual:contract'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { activeOrganization } from '#platform/http/client.ts'
import type { Contract } from './contract.ts'

export type Api = JsonifiedClient<ContractRouterClient<Contract>>

/** Every operation of the server as the browser calls it, typed by the contract. */
export const api: Api = createORPCClient(
  new OpenAPILink(contract, {
    url: () => `${location.origin}/api`,
    headers: () => ({
      'accept-language': document.documentElement.lang,
      ...(activeOrganization.get() ? { 'asamblea-organization': activeOrganization.get()! } : {}),
    }),
    fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
  }),
)
