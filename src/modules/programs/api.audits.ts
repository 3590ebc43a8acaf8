import { randomBytes, randomUUID } from 'node:crypto'
import { implement } from '@orpc/server'
import { writeLog } from '#platform/access/team/store.log.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { RecordLine, RecordViews } from '#platform/facts/record.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { nameOfOrganization } from '../organizations/store.sharings.ts'
import { ownRecord } from './api.figures.ts'
import { type Auditable, drawBehind, findAuditable } from './audits.ts'
import { auditsContract } from './contract.audits.ts'
import { refuse } from './refusals.ts'
import * as store from './store.audits.ts'
import { findDefinitions } from './store.definitions.ts'

const os = implement(auditsContract).$context<Call>()

type Wanted = { id: string; indicatorId: string; period: string; size: number }

/** Chance chooses, and the seed is noted; the items name no record to whoever asks. What was refused is noted too. */
const draw = async (call: Call, wanted: Wanted) => {
  const why = await refusalOf(call, wanted)
  if (!why) return drawn(call, wanted)
  // In a transaction of its own: the one that is refused leaves nothing behind.
  await call.deployment.doors.asActor(call.actor, (tx) =>
    writeLog(tx, call.actor, {
      verb: 'draw audit',
      target: 'indicator',
      targetId: wanted.indicatorId,
      refused: true,
    }),
  )
  throw why
}

const refusalOf = async (call: Call, { indicatorId, period, size }: Wanted) => {
  const { tx, actor } = call
  if (!(await findDefinitions(tx, actor)).some((row) => row.indicatorId === indicatorId))
    return common.refuse('missing')
  if (
    (await store.findDrawn(tx, actor)).some((one) => one.indicatorId === indicatorId && one.period === period)
  )
    return refuse('programs.audited')
  const figure = (await findAuditable(call)).find(isOf({ indicatorId, period }))
  if (!figure) return refuse('programs.nothing-to-audit')
  return size > figure.most ? refuse('programs.too-few') : undefined
}

const isOf =
  ({ indicatorId, period }: Pick<Wanted, 'indicatorId' | 'period'>) =>
  (one: Auditable) =>
    one.row.indicatorId === indicatorId && one.period.id === period

const drawn = async (call: Call, wanted: Wanted) => {
  const { tx, actor, now, log } = call
  const { id, period, size } = wanted
  const figure = (await findAuditable(call)).find(isOf(wanted))!
  const seed = randomBytes(16).toString('hex')
  const found = await drawBehind(call, figure, seed, size)
  if (found.length < size) throw new Error('Fewer facts stand behind a figure than it told.')
  const { row } = figure
  const subject: store.Subject = {
    verifierId: actor.orgId,
    verifierName: await nameOfOrganization(tx, actor),
    programId: row.programId,
    programName: row.programName,
    titleEs: row.titleEs,
    titleEn: row.titleEn,
    periodEs: figure.period.label.es,
    periodEn: figure.period.label.en,
  }
  const { indicatorId, code } = row
  const audit = { ...subject, id, definitionId: row.id, indicatorId, code, period, seed }
  if (!(await store.insertAudit(tx, actor, audit, now))) throw refuse('programs.audited')
  const items = found.map((one) => ({ ...subject, ...one, id: randomUUID(), auditId: id }))
  await store.insertItems(tx, items, now)
  await log('draw audit', 'audit', id)
  return { drawn: size, seed }
}

type Told = { shown: boolean | null; outcome: string | null }

const outcomeOf = ({ shown, outcome }: Told) => {
  if (outcome) return outcome as 'match' | 'mismatch'
  if (shown === null) return 'waiting'
  return shown ? 'shown' : 'not_shown'
}

/** By organization; to somebody who is not the program, one that has shown nothing has no name and no group of its own. */
const grouped = (items: readonly (Told & { id: string; giverName: string })[], namesAll: boolean) => {
  const nameOf = ({ giverName, shown }: { giverName: string; shown: boolean | null }) =>
    namesAll || shown ? giverName : ''
  const groups = [...Map.groupBy(items, nameOf)].toSorted(([a], [b]) => a.localeCompare(b))
  return groups.map(([name, some]) => ({
    name: name || null,
    items: some.map((item) => ({ id: item.id, outcome: outcomeOf(item) })),
  }))
}

/** Each asked fact with the record it stands for, as the module that keeps it shows it. */
const linesOf = async (call: Call, views: RecordViews, facts: readonly store.AskedItem[]) => {
  const lines = new Map<string, RecordLine>()
  for (const [source, some] of Map.groupBy(facts, (fact) => fact.source))
    for (const [id, line] of (await views[source]?.(call, some)) ?? []) lines.set(id, line)
  return lines
}

export const auditsHandlers = (kinds: FactKinds, views: RecordViews) =>
  os.router({
    auditable: os.auditable.handler(async ({ context }) =>
      (await findAuditable(context)).map(
        ({ row, period, most }) =>
          ({
            indicatorId: row.indicatorId,
            awardName: row.awardName,
            code: row.code,
            title: { es: row.titleEs, en: row.titleEn },
            period: period.id,
            periodLabel: period.label,
            most,
          }) as never,
      ),
    ),
    audits: os.audits.handler(async ({ context: { tx, actor } }) => {
      const audits = await store.findAudits(tx, actor)
      const items = Map.groupBy(
        await store.findItems(
          tx,
          audits.map(({ id }) => id),
        ),
        ({ auditId }) => auditId,
      )
      return audits.map((audit) => {
        const own = items.get(audit.id) ?? []
        return {
          id: audit.id,
          verifierName: audit.verifierName,
          programName: audit.programName,
          yours: audit.verifierId === actor.orgId,
          code: audit.code,
          title: { es: audit.titleEs, en: audit.titleEn },
          period: audit.period,
          periodLabel: { es: audit.periodEs, en: audit.periodEn },
          seed: audit.seed,
          drawnAt: audit.drawnAt,
          size: own.length,
          organizations: grouped(own, audit.programId === actor.orgId),
        }
      }) as never
    }),
    drawAudit: os.drawAudit.handler(({ input, context }) => draw(context, input)),
    asked: os.asked.handler(async ({ context }) => {
      const asked = await store.findAsked(context.tx, context.actor)
      const lines = await linesOf(context, views, asked)
      return asked.map(({ itemId, shown, outcome, ...item }) => {
        const { kind, label, happenedOn, quantity, at } = ownRecord(item, kinds)
        const isOthers = item.programId !== item.verifierId && item.programId !== context.actor.orgId
        return {
          id: itemId,
          askedBy: item.verifierName,
          through: isOthers ? item.programName : null,
          title: { es: item.titleEs, en: item.titleEn },
          periodLabel: { es: item.periodEs, en: item.periodEn },
          drawnAt: item.drawnAt,
          outcome: outcomeOf({ shown, outcome }),
          kind,
          label,
          happenedOn,
          quantity,
          at,
          record: lines.get(item.id) ?? null,
        } as never
      })
    }),
    showRecord: os.showRecord.handler(async ({ input: { id, shown }, context: { tx, actor, now, log } }) => {
      const item = await store.lockItem(tx, id, 'giverId', actor)
      if (!item) throw common.refuse('missing')
      if (item.outcome) throw refuse('programs.settled-item')
      await store.setShown(tx, actor, id, shown, now)
      await log('show record', 'audit item', id)
      return {}
    }),
    settleItem: os.settleItem.handler(async ({ input: { id, outcome }, context }) => {
      const { tx, actor, now, log } = context
      const item = await store.lockItem(tx, id, 'verifierId', actor)
      if (!item) throw common.refuse('missing')
      if (item.outcome) throw refuse('programs.settled-item')
      if (item.shown === null || (outcome === 'match' && !item.shown)) throw refuse('programs.not-shown')
      if (item.shownBy === actor.membershipId) throw refuse('programs.own-showing')
      await store.setOutcome(tx, actor, id, outcome, now)
      await log(`audit ${outcome}`, 'audit item', id)
      return {}
    }),
  })
