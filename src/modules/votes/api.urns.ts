import { implement } from '@orpc/server'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { refuse as refuseBox } from './archive/refusals.ts'
import { isBoxReady } from './archive/store.ts'
import { votesContract } from './contract.ts'
import { goingTo, present, seesNames, standing } from './reach.ts'
import { refuse } from './refusals.ts'
import { agreementOf, doubtsOf, gapsOf, sorted } from './rules.count.ts'
import { findSetAside } from './store.asides.ts'
import * as files from './store.files.ts'
import * as rolls from './store.roll.ts'
import { findTables } from './store.slates.ts'
import * as store from './store.ts'
import * as urnStore from './store.urns.ts'

const { open, close, urns, keepFilePart, attachText, file } = votesContract
const os = implement({ open, close, urns, keepFilePart, attachText, file }).$context<Call>()

/** The day of the vote: opening, urns as their tables note them, closing. */
export const urnHandlers = os.router({
  open: os.open.handler(async ({ input: { id }, context }) => {
    const { opensAt, rollTotals } = await goingTo(context, id, 'open')
    if (context.now < opensAt) throw refuse('votes.too-early')
    const electronic = (rollTotals?.booth ?? 0) + (rollTotals?.remote ?? 0)
    if (electronic > 0 && !(await isBoxReady(context.tx, context.actor.orgId, id)))
      throw refuseBox('box.not-set-up')
    await store.changeState(context.tx, context.actor, id, { to: 'open', set: { openedAt: context.now } })
    await context.log('open', 'vote', id)
    return {}
  }),
  close: os.close.handler(async ({ input: { id }, context }) => {
    const { closesAt } = await goingTo(context, id, 'closed')
    if (context.now < closesAt) throw refuse('votes.too-early')
    await store.changeState(context.tx, context.actor, id, { to: 'closed', set: { closedAt: context.now } })
    await context.log('close', 'vote', id)
    return {}
  }),
  urns: os.urns.handler(async ({ input: { id }, context }) => {
    const { tx, actor, vault } = context
    const { state } = await present(context, id)
    const shown = state.name === 'closed' || state.name === 'concluded'
    const named = seesNames(context)
    const events = await urnStore.findUrnEvents(tx, actor, vault, id)
    const asides = await findSetAside(tx, actor, id)
    const { standing: counts } = sorted(await urnStore.findCounts(tx, actor, id), asides)
    const voters = await rolls.findRollCounts(tx, actor, id)
    return (await findTables(tx, actor, id)).map((table) => {
      const own = events.filter(({ tableId }) => tableId === table.id)
      const counted = counts.filter(({ tableId }) => tableId === table.id)
      const agreement = agreementOf(counted)
      const agreed = shown && agreement.state === 'agreed' ? agreement.count : null
      const onRoll = voters.filter(({ tableId, mode }) => tableId === table.id && mode === 'paper').length
      return {
        ...table,
        onRoll,
        events: own.map(({ tableId: _, custodian, note, by, ...event }) => ({
          ...event,
          custodian: named ? custodian : null,
          note: named ? note : null,
          by: named ? by : '',
        })),
        gaps: gapsOf(own),
        agreement: agreement.state,
        differs: agreement.state === 'differ' ? agreement.fields : [],
        setAside: asides.flatMap(({ tableId, reason }) => (tableId === table.id ? [reason] : [])),
        counters: new Set(counted.map(({ countedBy }) => countedBy)).size,
        agreed,
        doubts: agreed ? doubtsOf(agreed, onRoll) : [],
      }
    })
  }),
  keepFilePart: os.keepFilePart.handler(async ({ input: { voteId, ...part }, context }) => {
    await present(context, voteId)
    if (!(await files.keepPart(context.tx, context.actor, context.vault, voteId, part)))
      throw refuse('votes.file-changed')
    return {}
  }),
  attachText: os.attachText.handler(async ({ input: { id, fileId }, context }) => {
    const { tx, actor, vault } = context
    await standing(context, id, 'preparing', 'called')
    const found = await files.findFile(tx, actor, vault, id, fileId)
    if (!found) throw common.refuse('missing')
    if (!found.whole) throw refuse('votes.file-changed')
    await store.attachText(tx, actor, id, fileId)
    return {}
  }),
  file: os.file.handler(async ({ input: { voteId, id }, context }) => {
    const found = await files.findFile(context.tx, context.actor, context.vault, voteId, id)
    if (!found) throw common.refuse('missing')
    if (!found.whole) throw refuse('votes.file-changed')
    await context.log('open', 'vote file', id)
    const { mediaType, digest, content } = found
    return { mediaType, digest, content: content.toString('base64') }
  }),
})
