import { implement } from '@orpc/server'
import type { FactKinds } from '#platform/facts/fact.ts'
import { findFacts, type OwnFact } from '#platform/facts/store.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { presentAward } from './api.awards.ts'
import { figuresContract } from './contract.figures.ts'
import { evidenceOfFigure } from './figures/evidence.ts'
import { sharingOf } from './figures/mine.ts'
import { factsOf, publishAll } from './figures/press.ts'
import { dated, presentFigure, seenFigures, settingOf } from './figures/seen.ts'
import { findAllPublished } from './figures/store.ts'
import { keepDocument } from './files.ts'
import { labelsOf, valueLabel } from './labels.ts'
import { calendarOf, periodNamed } from './periods.ts'
import { followed, progressOf } from './progress.ts'
import { refuse } from './refusals.ts'
import type { Value } from './schema.ts'
import * as store from './store.definitions.ts'

const os = implement(figuresContract).$context<Call>()
const none: Value = { kind: 'none' }

/** An own fact in words, without whoever it speaks of. */
export const ownRecord = (fact: OwnFact, kinds: FactKinds) => ({
  id: fact.id,
  kind: fact.kind,
  label: { es: kinds[fact.kind]?.es ?? fact.kind, en: kinds[fact.kind]?.en ?? fact.kind },
  happenedOn: fact.happenedOn,
  source: fact.source,
  recordId: fact.recordId,
  quantity: fact.quantity === null ? null : Number(fact.quantity),
  at: Object.entries(fact.dimensions).map(([dimension, value]) => ({
    dimension: labelsOf(dimension, kinds).label,
    value: valueLabel(dimension, value, kinds),
  })),
})

type After = { happenedOn: string; id: string }

const ownRecords = async (
  call: Call,
  kinds: FactKinds,
  found: Awaited<ReturnType<typeof presentFigure>>,
  after?: After,
) => {
  const { version, setting } = found
  if (!version) return { own: [], ownNext: null }
  const { measure } = version.row.content.counted
  const since = measure.measure === 'stock' ? '-infinity' : setting.period.since
  const span = { since, until: setting.period.until, asOf: null }
  const facts = await findFacts(call.tx, call.actor, factsOf(measure), span, after)
  const last = facts.length === 50 ? facts.at(-1)! : undefined
  return {
    own: facts.map((fact) => ownRecord(fact, kinds)),
    ownNext: last ? { happenedOn: last.happenedOn, id: last.id } : null,
  }
}

export const figuresHandlers = (kinds: FactKinds) =>
  os.router({
    figures: os.figures.handler(async ({ input: { awardId, period }, context }) => {
      const setting = await settingOf(context, awardId, period)
      const { es, en, since, until } = setting.period
      return {
        period: { es, en },
        since,
        until,
        figures: await seenFigures(context, kinds, setting),
      } as never
    }),
    publishFigures: os.publishFigures.handler(async ({ input: { awardId, period, follow }, context }) => {
      const setting = await settingOf(context, awardId, period)
      if (setting.isOpen) throw refuse('programs.period-open')
      const { outcomes } = await followed(context, follow, (tell) =>
        publishAll(context, kinds, setting, tell),
      )
      const published = outcomes.filter(({ outcome }) => outcome === 'published').length
      await context.log('publish figures', 'award', awardId)
      return { published, withheld: outcomes.length - published }
    }),
    openFigure: os.openFigure.handler(async ({ input: { indicatorId, period }, context }) => {
      const found = await presentFigure(context, kinds, indicatorId, period)
      const { figure, version, setting } = found
      const published = version
        ? await findAllPublished(context.tx, context.actor.orgId, [version.row.id])
        : []
      const now = published.filter((one) => one.period === period)
      return {
        ...figure,
        periodLabel: { es: setting.period.es, en: setting.period.en },
        text: version?.row.content.text ?? null,
        counts: version?.row.content.counts ?? [],
        countsNot: version?.row.content.countsNot ?? [],
        evidence: version
          ? evidenceOfFigure(
              dated(now.find(({ scope }) => scope === 'period'))?.value ?? none,
              version.row.content.counted,
              now,
              kinds,
            )
          : [],
        ...(await ownRecords(context, kinds, found)),
        history: now
          .filter(({ scope }) => scope === 'period')
          .map((one) => ({
            edition: one.edition,
            value: dated(one)?.value ?? none,
            publishedAt: one.publishedAt,
          })),
      } as never
    }),
    ownRecords: os.ownRecords.handler(async ({ input: { indicatorId, period, after }, context }) => {
      const found = await presentFigure(context, kinds, indicatorId, period)
      return ownRecords(context, kinds, found, after)
    }),
    declareValue: os.declareValue.handler(async ({ input: { document, ...declared }, context }) => {
      const { tx, actor } = context
      const indicator = await store.findIndicator(tx, actor, declared.indicatorId)
      if (!indicator) throw common.refuse('missing')
      const award = await presentAward(context, indicator.awardId)
      if (!periodNamed(calendarOf(award.calendar)!, declared.period)) throw refuse('programs.calendar')
      const fileId = await keepDocument(context, [actor.orgId], document)
      await store.insertDeclared(tx, actor, { ...declared, fileId })
      return {}
    }),
    removeDeclared: os.removeDeclared.handler(async ({ input: { id }, context: { tx, actor } }) => {
      if (!(await store.deleteDeclared(tx, actor, id))) throw common.refuse('missing')
      return {}
    }),
    mine: os.mine.handler(({ input, context }) => sharingOf(context, kinds, input)),
    progress: os.progress.handler(({ input: { id }, context }) => progressOf(context, id)),
    labels: os.labels.handler(() => {
      const names = [...new Set(Object.values(kinds).flatMap(({ dimensions }) => dimensions))]
      return names.map((name) => {
        const { id, label, values } = labelsOf(name, kinds)
        return { id, label, values }
      })
    }),
  })
