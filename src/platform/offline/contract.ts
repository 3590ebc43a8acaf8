import * as z from 'zod'
import { owners } from '../access/roles.ts'
import { Token } from '../access/schema.ts'
import { idOf } from '../db/brand.ts'
import { operation } from '../http/operation.ts'

export const OperationId = idOf('OperationId')

const Done = z.strictObject({})

/** What a phone wrote without a signal: delivered sealed, applied once, in order. */
export const offlineContract = {
  deliver: operation({ may: 'anyone', bodyBytes: 2_000_000 }, 'POST', '/offline/deliveries')
    .input(
      z.strictObject({
        send: Token,
        /** The phone's clock as it sends: the server corrects what it wrote by the difference. */
        at: z.iso.datetime(),
        /** None: the phone only asks whether it is still one of ours. */
        operations: z
          .array(
            z.strictObject({
              id: OperationId,
              sequence: z.int().min(0),
              sealed: z.base64().max(40_000),
            }),
          )
          .max(200),
      }),
    )
    .output(
      z.strictObject({
        /** An owner or a coordinator revoked this phone: it forgets what it can read; what it sends waits for them. */
        revoked: z.boolean(),
        outcomes: z.array(
          z.strictObject({
            id: OperationId,
            outcome: z.enum(['done', 'refused', 'waiting', 'dismissed']),
            refusal: z.string().nullable(),
            /** The refusal in the language of the phone. */
            sentence: z.string().nullable(),
          }),
        ),
      }),
    ),
  waiting: operation({ may: owners }, 'GET', '/offline/waiting').output(
    z.array(z.strictObject({ id: OperationId, author: z.string(), receivedAt: z.date() })),
  ),
  accept: operation({ may: owners }, 'POST', '/offline/waiting/{id}/acceptance')
    .input(z.strictObject({ id: OperationId }))
    .output(Done),
  dismiss: operation({ may: owners }, 'POST', '/offline/waiting/{id}/dismissal')
    .input(z.strictObject({ id: OperationId }))
    .output(Done),
}
