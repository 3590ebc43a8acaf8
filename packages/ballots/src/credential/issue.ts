import type { Group } from '../group/group.ts'
import type { Result } from '../result.ts'
import { accept } from '../result.ts'
import { type CredentialCode, newCredentialCode } from './code.ts'
import { credentialKey } from './derive.ts'
import { writeCredentials } from './list.ts'

/** What the registrar makes before an election and must not keep: codes to hand out, and the list to publish. */
export type IssuedCredentials = {
  /** Secret. In the order they were drawn, which has nothing to do with the list or with any roll. */
  readonly codes: readonly CredentialCode[]
  /** The public list, sorted by key, which is as good as at random. */
  readonly publicList: string
}

/**
 * Draws `count` codes for the election with this uuid. Run it where neither the server nor a trustee can read:
 * whoever holds a code and the server's box can vote for an abstainer (see README.md).
 */
export const issueCredentials = (group: Group, uuid: string, count: number): Result<IssuedCredentials> => {
  const codes = Array.from({ length: count }, newCredentialCode)
  const list = writeCredentials(codes.map((code) => credentialKey(group, uuid, code).publicText))
  return list.ok ? accept({ codes, publicList: list.value }) : list
}
