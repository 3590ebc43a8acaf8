import { implement } from '@orpc/server'
import { spendApproval } from '../access/team/store.approvals.ts'
import type { Call } from '../http/call.ts'
import { upkeepContract } from './contract.ts'
import { refuse } from './refusals.ts'
import { isRecipient, newPassphrase } from './seal.ts'
import { beginClosing, exportedLately, nameOf } from './store.closing.ts'

const os = implement(upkeepContract).$context<Call>()

export const upkeepHandlers = os.router({
  export: os.export.handler(async ({ input: { approvalId, recipient }, context }) => {
    const { tx, actor, now, deployment, responseHeaders, log } = context
    if (recipient && !isRecipient(recipient)) throw refuse('upkeep.recipient')
    if (!deployment.upkeep.mayExport()) throw refuse('upkeep.busy')
    await spendApproval(tx, actor, { id: approvalId, kind: 'export', subject: null }, now)
    await log('export', 'organization')
    responseHeaders.set('content-type', 'application/octet-stream')
    responseHeaders.set('content-disposition', `attachment; filename="${context.today}.age"`)
    const passphrase = newPassphrase()
    if (!recipient) responseHeaders.set('asamblea-passphrase', passphrase)
    return deployment.upkeep.exportOrganization(actor.orgId, recipient ? { recipient } : { passphrase })
  }),
  close: os.close.handler(async ({ input: { approvalId, name, withoutExport }, context }) => {
    const { tx, actor, now, deployment, log, after } = context
    if (name !== (await nameOf(tx, actor))) throw refuse('upkeep.wrong-name')
    if (!withoutExport && !(await exportedLately(tx, actor, now))) throw refuse('upkeep.export-first')
    await spendApproval(tx, actor, { id: approvalId, kind: 'close', subject: null }, now)
    await beginClosing(tx, actor, now)
    await log('close', 'organization')
    after(() => deployment.upkeep.closeOrganization(actor.orgId))
    return {}
  }),
})
