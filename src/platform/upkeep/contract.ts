import * as z from 'zod'
import { owners } from '../access/roles.ts'
import { ApprovalId } from '../access/team/contract.ts'
import { operation } from '../http/operation.ts'

const confirmed = { may: owners, fresh: true } as const

/** Taking an organization's records along, and ending it here. Both take two people. */
export const upkeepContract = {
  /**
   * Streams the whole organization as one age file. Without a `recipient` it is sealed with a passphrase made for it, which
   * comes in the header `asamblea-passphrase` and is kept nowhere.
   */
  export: operation(confirmed, 'POST', '/upkeep/exports')
    .input(
      z.strictObject({
        approvalId: ApprovalId,
        recipient: z
          .string()
          .regex(/^age1[0-9a-z]{58}$/)
          .optional(),
      }),
    )
    .output(z.instanceof(ReadableStream)),
  close: operation(confirmed, 'POST', '/upkeep/closing')
    .input(
      z.strictObject({
        approvalId: ApprovalId,
        /** The organization's name, typed again. */
        name: z.string().trim().max(120),
        withoutExport: z.boolean(),
      }),
    )
    .output(z.strictObject({})),
}
