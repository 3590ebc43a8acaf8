import { implement } from '@orpc/server'
import type { EvidenceOffers } from '#platform/documents/evidence.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { findSharings } from '../organizations/store.sharings.ts'
import { digestOf } from './canonical.ts'
import { reportsContract } from './contract.reports.ts'
import { publishAll } from './figures/press.ts'
import { recountFigure } from './figures/publish.ts'
import { seenFigures, settingOf } from './figures/seen.ts'
import { calendarOf, periodNamed } from './periods.ts'
import { followed } from './progress.ts'
import { refuse } from './refusals.ts'
import { differencesOf, type ReportContent } from './reports/content.ts'
import { fileOf } from './reports/files.ts'
import { gatherReport } from './reports/gather.ts'
import { isOff, lacksOf } from './reports/lacks.ts'
import type { Issue } from './reports/paper.ts'
import { previewOf } from './reports/preview.ts'
import { isUsable } from './reports/story.ts'
import { missingBlocks, shippedTemplates } from './reports/template.ts'
import { officers } from './roles.ts'
import { changedSince } from './sharings.ts'
import * as store from './store.reports.ts'

const os = implement(reportsContract).$context<Call>()
const nothing = { es: '', en: '' }

const templateOf = (code: string) => {
  const template = shippedTemplates.find((one) => one.code === code)
  if (!template) throw refuse('programs.template')
  return template
}

const loaded = async (call: Call, id: string) => {
  const report = await store.lockReport(call.tx, call.actor, id)
  if (!report) throw common.refuse('missing')
  const setting = await settingOf(call, report.awardId, report.period)
  const editions = await store.findEditions(call.tx, call.actor, id)
  return { report, template: templateOf(report.template), setting, editions }
}
type Loaded = Awaited<ReturnType<typeof loaded>>

const headingOf = (report: store.ReportRow, editions: readonly store.EditionRow[]) => {
  const calendar = calendarOf(report.calendar)!
  const { es, en } = periodNamed(calendar, report.period)!
  const own = editions.filter(({ reportId }) => reportId === report.id)
  const last = own[0]
  const state = !last
    ? { state: 'draft' as const }
    : last.edition === 1
      ? { state: 'submitted' as const, at: last.submittedAt, digest: last.digest }
      : { state: 'restated' as const, at: last.submittedAt, digest: last.digest, edition: last.edition }
  return {
    id: report.id,
    awardId: report.awardId,
    awardName: report.awardName,
    period: report.period,
    periodLabel: { es, en },
    template: report.template,
    templateName: templateOf(report.template).name,
    state,
  }
}

const openReport = async (call: Call, id: string) => {
  const found = await loaded(call, id)
  if (found.editions.length > 0) throw refuse('programs.report-frozen')
  return found
}

const issue = async (
  call: Call,
  { report, setting }: Loaded,
  content: ReportContent,
  edition: number,
  lastFact: number,
) => {
  const { tx, actor, now, log } = call
  const digest = digestOf(content)
  const parties = setting.award.funderId ? [actor.orgId, setting.award.funderId] : [actor.orgId]
  await store.insertEdition(tx, parties, {
    programId: actor.orgId,
    programName: content.program,
    awardName: setting.award.name,
    period: report.period,
    reportId: report.id,
    edition,
    content,
    digest,
    lastFact,
    differences: content.differences,
    submittedBy: actor.alias,
    submittedAt: now,
  })
  await log(edition === 1 ? 'submit report' : 'restate report', 'report', report.id)
  return { edition, digest }
}

export const reportsHandlers = (kinds: FactKinds, offers: EvidenceOffers) => {
  const lacking = async (call: Call, found: Loaded, content: ReportContent) => {
    const figures = await seenFigures(call, kinds, found.setting)
    return lacksOf(content, {
      stale: figures.filter(({ stale }) => stale).map(({ code }) => code),
      chosen: found.report.stories.length,
      unknown: missingBlocks(found.template, offers),
    })
  }
  const counted = (call: Call, { setting }: Loaded, follow: string | undefined) =>
    followed(call, follow, (tell) => publishAll(call, kinds, setting, tell))
  return os.router({
    templates: os.templates.handler(() =>
      shippedTemplates.map((template) => ({
        code: template.code,
        name: template.name,
        blocks: template.blocks.map(({ block }) => block),
        problems: missingBlocks(template, offers),
      })),
    ),
    reports: os.reports.handler(async ({ context: { tx, actor } }) => {
      const editions = await store.findEditions(tx, actor)
      return (await store.findReports(tx, actor)).map((report) => headingOf(report, editions)) as never
    }),
    startReport: os.startReport.handler(async ({ input, context }) => {
      await settingOf(context, input.awardId, input.period)
      if (missingBlocks(templateOf(input.template), offers).length > 0) throw refuse('programs.template')
      await store.insertReport(context.tx, context.actor, input)
      return {}
    }),
    report: os.report.handler(async ({ input: { id }, context }) => {
      const found = await loaded(context, id)
      const { report, template, setting, editions } = found
      const content = await gatherReport(context, kinds, offers, { report, template, setting })
      const texts = await store.findTexts(context.tx, context.actor, id)
      return {
        ...headingOf(report, editions),
        blocks: template.blocks.map(({ block, title, kind, help }) => ({
          block,
          title,
          kind,
          help,
          text: texts[block] ?? nothing,
          preview: {
            es: previewed(content, block, kind, 'es'),
            en: previewed(content, block, kind, 'en'),
          },
        })),
        variances: content.figures.map((told) => ({
          code: told.code,
          title: told.title,
          text: told.variance,
          isOff: isOff(told),
        })),
        stories: report.stories,
        lacks: editions.length > 0 ? [] : await lacking(context, found, content),
        editions: editions.map(({ edition, submittedAt, submittedBy, digest, lastFact, differences }) => ({
          edition,
          submittedAt,
          submittedBy,
          digest,
          lastFact,
          differences,
        })),
      } as never
    }),
    keepText: os.keepText.handler(async ({ input: { id, section, text }, context }) => {
      await openReport(context, id)
      await store.keepText(context.tx, context.actor, id, section, text)
      return {}
    }),
    chooseStories: os.chooseStories.handler(async ({ input: { id, stories }, context }) => {
      await openReport(context, id)
      const known = await store.findStories(context.tx, context.actor)
      const chosen = stories.map((one) => known.find((story) => story.id === one))
      if (chosen.some((story) => !story || !isUsable(story, context.today)))
        throw refuse('programs.story-consent')
      await store.setStories(context.tx, context.actor, id, stories)
      return {}
    }),
    submitReport: os.submitReport.handler(async ({ input: { id, follow }, context }) => {
      const found = await openReport(context, id)
      if (found.setting.isOpen) throw refuse('programs.period-open')
      const { asOf } = await counted(context, found, follow)
      const content = await gatherReport(context, kinds, offers, found)
      const lacks = (await lacking(context, found, content)).filter(({ stops }) => stops)
      if (lacks.length > 0) throw refuse('programs.report-lacks', { lacks: lacks.map(({ name }) => name) })
      return issue(context, found, content, 1, asOf)
    }),
    restateReport: os.restateReport.handler(async ({ input: { id, follow }, context }) => {
      const found = await loaded(context, id)
      const last = found.editions[0]
      if (!last) throw refuse('programs.not-submitted')
      const { asOf } = await counted(context, found, follow)
      const gathered = await gatherReport(context, kinds, offers, found)
      const differences = differencesOf(last.content.figures, gathered.figures)
      if (differences.length === 0) throw refuse('programs.nothing-new')
      const content = { ...gathered, differences }
      return { ...(await issue(context, found, content, last.edition + 1, asOf)), differences }
    }),
    remakeReport: os.remakeReport.handler(({ input: { id, edition, follow }, context }) =>
      followed(context, follow, async (tell) => {
        const { tx, actor, deployment, now } = context
        const { setting, editions } = await loaded(context, id)
        const kept = editions.find((one) => one.edition === edition)
        if (!kept) throw refuse('programs.not-submitted')
        const press = { doors: deployment.doors, orgId: actor.orgId, kinds, now }
        const digest = digestOf(kept.content)
        const counted = kept.content.figures.filter(({ figure, definition }) => figure && definition)
        const changed = changedSince(await findSharings(tx, actor), actor.orgId, kept.submittedAt).length
        // Counted under other agreements, each figure that differs would tell that whoever came or went stands in it.
        if (changed > 0) return { digest, same: false, figures: counted.length, differing: [], changed }
        const differing: string[] = []
        for (const [done, { definition, code }] of counted.entries()) {
          tell({ doing: 'counting', done, of: counted.length })
          const same = await recountFigure(
            press,
            {
              definitionId: definition!.id as never,
              definition: definition!.counted,
              calendar: setting.calendar,
              period: setting.period,
              scope: 'period',
              since: setting.award.beginsOn,
              asOf: kept.lastFact,
            },
            kept.submittedAt,
          )
          if (!same) differing.push(code)
        }
        const same = digest === kept.digest && differing.length === 0
        return { digest, same, figures: counted.length, differing, changed }
      }),
    ),
    issued: os.issued.handler(async ({ context: { tx, actor } }) =>
      (await store.findEditions(tx, actor)).map((one) => ({
        id: one.reportId as never,
        awardName: one.awardName,
        period: one.period,
        periodLabel: { es: one.content.period.es, en: one.content.period.en },
        templateName: one.content.template.name,
        edition: one.edition,
        programName: one.programName,
        submittedAt: one.submittedAt,
        digest: one.digest,
      })),
    ),
    download: os.download.handler(async ({ input: { id, edition, follow, ...wanted }, context }) => {
      await context.log('download report', 'report', id)
      const file = (content: ReportContent, issue: Issue) =>
        followed(context, follow, (tell) => fileOf(content, issue, wanted, tell))
      if (edition !== undefined) {
        const kept = (await store.findEditions(context.tx, context.actor, id)).find(
          (one) => one.edition === edition,
        )
        if (!kept) throw common.refuse('missing')
        return file(kept.content, { edition, digest: kept.digest })
      }
      // A draft is for those who write it; everybody else has what was submitted.
      if (!officers.includes(context.actor.role as never)) throw common.refuse('missing')
      const { report, template, setting } = await loaded(context, id)
      const content = await gatherReport(context, kinds, offers, { report, template, setting })
      return file(content, 'draft')
    }),
  })
}

/** Figures and stories have screens of their own; of the rest, what the paper will hold. */
const previewed = (
  content: ReportContent,
  block: string,
  kind: 'text' | 'evidence',
  language: 'es' | 'en',
) =>
  kind === 'text' || block === 'progress' || block === 'stories' ? [] : previewOf(content, block, language)
