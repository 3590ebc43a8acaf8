import type { EvidenceOffers } from '#platform/documents/evidence.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { Call } from '#platform/http/call.ts'
import { nameOfOrganization } from '../../organizations/store.sharings.ts'
import { programsFacts } from '../facts.ts'
import { findCounted, type Setting, seenFigures } from '../figures/seen.ts'
import { valueLabel } from '../labels.ts'
import { endOf } from '../rules.awards.ts'
import { partnersOn, teamOn } from '../rules.team.ts'
import type { Both } from '../schema.ts'
import * as awards from '../store.awards.ts'
import { findStories, findTexts, type ReportRow } from '../store.reports.ts'
import type { ReportContent, Told } from './content.ts'
import { attributionOf, isUsable } from './story.ts'
import type { Template } from './template.ts'

const nothing: Both = { es: '', en: '' }

/** Everything a report would say now: what was published, what was written, and what other modules offer. */
export const gatherReport = async (
  call: Call,
  kinds: FactKinds,
  offers: EvidenceOffers,
  { report, template, setting }: { report: ReportRow; template: Template; setting: Setting },
): Promise<ReportContent> => {
  const { tx, actor, today } = call
  const { award, period } = setting
  const texts = await findTexts(tx, actor, report.id)
  const actions = (await awards.findActions(tx, actor)).filter(({ awardId }) => awardId === award.id)
  const has = (name: string) => template.blocks.some(({ block }) => block === name)
  const stories = await findStories(tx, actor)
  const chosen = report.stories.flatMap((id) => stories.find((one) => one.id === id) ?? [])
  const evidence: ReportContent['evidence'] = {}
  for (const { block, kind } of template.blocks)
    if (kind === 'evidence' && offers[block]) evidence[block] = await offers[block].gather(call, period)
  const { id, es, en, since, until } = period
  return {
    template,
    award: {
      code: award.code,
      name: award.name,
      grantee: award.grantee,
      funderName: award.funderName,
      beginsOn: award.beginsOn,
      endsOn: endOf(actions),
    },
    program: await nameOfOrganization(tx, actor),
    period: { id, es, en, since, until },
    day: today,
    figures: await toldFigures(call, kinds, setting, texts),
    texts: Object.fromEntries(template.blocks.map(({ block }) => [block, texts[block] ?? nothing])),
    stories: chosen
      .filter((story) => isUsable(story, today))
      .map((story) => ({
        id: story.id,
        title: story.title,
        text: story.text,
        attribution: attributionOf(story),
      })),
    team: has('team') ? await teamOf(call, award.id, until) : null,
    unmet: has('unmet') ? await unmetOf(call, award.id, since, until) : [],
    evidence,
    differences: [],
  }
}

const toldFigures = async (call: Call, kinds: FactKinds, setting: Setting, texts: Record<string, Both>) => {
  const versions = await findCounted(call, setting.award.id)
  return (await seenFigures(call, kinds, setting)).map((seen): Told => {
    const version = versions.find(({ indicator }) => indicator.id === seen.indicatorId)?.version
    const { text, counted } = version?.row.content ?? {}
    return {
      code: seen.code,
      title: seen.title,
      level: seen.level,
      definition:
        seen.definition && text && counted && seen.words
          ? {
              id: seen.definition.id,
              version: seen.definition.version,
              digest: seen.definition.digest,
              agreed: seen.definition.state.state === 'signed',
              text,
              words: seen.words,
              counted,
            }
          : null,
      figure: seen.figure,
      withheld: seen.withheld,
      target: seen.target,
      achieved: seen.achieved,
      share: seen.share,
      variance: texts[`variance:${seen.code}`] ?? nothing,
      declared: seen.declared.map(({ value, base, unit, source, fileName, digest }) => ({
        value,
        base,
        unit,
        source,
        fileName,
        digest,
      })),
    }
  })
}

/** On the last day of the period, so that the same report says the same later. */
const teamOf = async ({ tx, actor }: Call, awardId: string, day: string) => {
  const own = <One extends { awardId: string }>(all: readonly One[]) =>
    all.filter((one) => one.awardId === awardId)
  const { people, fte } = teamOn(own(await awards.findAllocations(tx, actor)), day)
  const kinds = new Map((await awards.findPartners(tx, actor)).map(({ id, kind }) => [id, kind]))
  const { partners, academic } = partnersOn(own(await awards.findLinks(tx, actor)), kinds, day)
  return { people, fte, partners, academic }
}

const unmetOf = async ({ tx, actor }: Call, awardId: string, since: string, until: string) => {
  const work = (await awards.findWork(tx, actor, awardId)).filter(
    ({ inSector, onDay }) => !inSector && onDay >= since && onDay <= until,
  )
  const groups = Map.groupBy(work, ({ sector, stateCode }) => `${sector} ${stateCode}`)
  return [...groups.values()].map((some) => ({
    sector: valueLabel('sector', some[0]!.sector, programsFacts),
    state: valueLabel('state', some[0]!.stateCode, programsFacts).es,
    done: some.filter(({ kind }) => kind === 'done').length,
    asked: some.filter(({ kind }) => kind === 'asked').length,
  }))
}
