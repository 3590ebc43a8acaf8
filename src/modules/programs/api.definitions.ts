import { implement } from '@orpc/server'

import type { Definition } from '#platform/facts/definition.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { nameOfOrganization } from '../organizations/store.sharings.ts'
import { presentAward } from './api.awards.ts'
import { besideProblems } from './beside.ts'
import { digestOf } from './canonical.ts'
import { definitionsContract } from './contract.definitions.ts'
import { impactOf } from './figures/impact.ts'
import { keepDocument } from './files.ts'
import { labelsOf } from './labels.ts'
import { findVersions, lockVersion, presentSignature, sideOf, type Version } from './pact.ts'
import { calendarOf, periodNamed } from './periods.ts'
import { problemsOf } from './problems.ts'
import { followed } from './progress.ts'
import { refuse } from './refusals.ts'
import { isOpenTo, mayChange } from './rules.pact.ts'
import type { DefinitionContent, Indicator, Side } from './schema.ts'
import * as store from './store.definitions.ts'
import { definitionWords } from './words.ts'

const os = implement(definitionsContract).$context<Call>()

/** What is signed: which indicator of which award, its number, and everything it says. */
export const contentDigest = (code: string, version: number, content: DefinitionContent) =>
  digestOf({ code, version, content })

const presentIndicator = async ({ tx, actor }: Call, id: string): Promise<Indicator> => {
  const indicator = await store.findIndicator(tx, actor, id)
  if (!indicator) throw common.refuse('missing')
  return indicator
}

/** Why a definition is not counted, by itself or beside what else is. */
const allProblems = async (
  call: Call,
  kinds: FactKinds,
  counted: Definition,
  indicator: { id: string; awardId: string } | undefined,
) => {
  const alone = problemsOf(counted, kinds)
  return alone.length > 0 ? alone : besideProblems(call, kinds, counted, indicator)
}

const draft = async (
  call: Call,
  kinds: FactKinds,
  id: string,
  indicatorId: string,
  content: DefinitionContent,
) => {
  const { tx, actor } = call
  const indicator = await presentIndicator(call, indicatorId)
  if ((await allProblems(call, kinds, content.counted, indicator)).length > 0)
    throw refuse('programs.not-countable')
  const versions = await findVersions(call, [indicatorId])
  const known = versions.find(({ row }) => row.id === id)
  const version = known?.row.version ?? Math.max(0, ...versions.map(({ row }) => row.version)) + 1
  const digest = contentDigest(indicator.code, version, content)
  if (known) {
    const { row, words } = await lockVersion(call, id)
    if (!mayChange(words as never, row.supersededBy)) throw refuse('programs.frozen')
    await store.changeDefinition(tx, id as never, content, digest)
    return { version, digest }
  }
  const award = await presentAward(call, indicator.awardId)
  const programName = await nameOfOrganization(tx, actor)
  await store.insertDefinition(tx, actor, {
    id,
    parties: award.funderId ? [actor.orgId, award.funderId] : [actor.orgId],
    programId: actor.orgId,
    programName,
    funderId: award.funderId,
    funderName: award.funderName,
    awardId: award.id,
    awardName: award.name,
    indicatorId,
    code: indicator.code,
    level: indicator.level,
    titleEs: indicator.title.es,
    titleEn: indicator.title.en,
    version,
    content,
    digest,
  })
  return { version, digest }
}

type Said = { says: 'signed' | 'disputed'; reason: string; digest?: string; side?: Side; fileId?: string }

/** One party's word. When it is the last signature missing, earlier versions become history. */
const say = async (call: Call, id: string, { says, reason, digest, side: forSide, fileId }: Said) => {
  const { tx, actor, now, log } = call
  const { row, state, side: own, words } = await lockVersion(call, id)
  const side = forSide ?? own
  if (!isOpenTo(side, state)) throw refuse('programs.settled')
  if (digest !== undefined && digest !== row.digest) throw refuse('programs.changed')
  await store.keepWord(
    tx,
    actor,
    {
      definitionId: id,
      parties: row.parties,
      side,
      organization: side === 'program' ? row.programName : row.funderName,
      says,
      reason,
      fileId: fileId ?? null,
      digest: row.digest,
    },
    now,
  )
  const others = words.filter((word) => word.side !== side && word.digest === row.digest)
  if (says === 'signed' && others.some((word) => word.says === 'signed'))
    await store.supersede(tx, row.indicatorId, row.programId, row.version)
  await log(`definition ${says}`, 'definition', id)
}

const asVersion = ({ row, state }: Version) => ({
  id: row.id,
  version: row.version,
  state,
  digest: row.digest,
})

const heading = (version: Version, orgId: string) => {
  const { row, state } = version
  const side = sideOf(row, orgId)
  return {
    ...asVersion(version),
    indicatorId: row.indicatorId,
    code: row.code,
    title: { es: row.titleEs, en: row.titleEn },
    level: row.level,
    awardName: row.awardName,
    programName: row.programName,
    funderName: row.funderName,
    side,
    yourTurn: isOpenTo(side, state),
  }
}

export const definitionsHandlers = (kinds: FactKinds) =>
  os.router({
    indicators: os.indicators.handler(async ({ input: { awardId }, context }) => {
      const { tx, actor } = context
      const indicators = await store.findIndicators(tx, actor, awardId)
      const versions = await findVersions(
        context,
        indicators.map(({ id }) => id),
      )
      const targets = await store.findTargets(tx, actor)
      return indicators.map((indicator) => ({
        ...indicator,
        targets: targets
          .filter(({ indicatorId }) => indicatorId === indicator.id)
          .map(({ indicatorId: _, ...target }) => target),
        versions: versions.filter(({ row }) => row.indicatorId === indicator.id).map(asVersion),
      })) as never
    }),
    keepIndicator: os.keepIndicator.handler(async ({ input, context }) => {
      await presentAward(context, input.awardId)
      const known = await store.findIndicator(context.tx, context.actor, input.id)
      const isSpokenOf = known && (await findVersions(context, [input.id])).length > 0
      if (isSpokenOf && (known.code !== input.code || known.awardId !== input.awardId))
        throw refuse('programs.code-signed')
      await store.keepIndicator(context.tx, context.actor, input)
      return {}
    }),
    keepTarget: os.keepTarget.handler(async ({ input, context }) => {
      const { awardId } = await presentIndicator(context, input.indicatorId)
      const award = await presentAward(context, awardId)
      if (!periodNamed(calendarOf(award.calendar)!, input.period)) throw refuse('programs.calendar')
      await store.keepTarget(context.tx, context.actor, input)
      return {}
    }),
    grammar: os.grammar.handler(() => grammarOf(kinds)),
    checkDefinition: os.checkDefinition.handler(async ({ input: { counted, indicatorId }, context }) => {
      const indicator = indicatorId && (await store.findIndicator(context.tx, context.actor, indicatorId))
      return {
        words: definitionWords(counted, kinds),
        problems: await allProblems(context, kinds, counted, indicator || undefined),
      }
    }),
    draftDefinition: os.draftDefinition.handler(({ input: { id, indicatorId, content }, context }) =>
      draft(context, kinds, id, indicatorId, content),
    ),
    definitions: os.definitions.handler(async ({ context }) =>
      (await findVersions(context)).map((version) => heading(version, context.actor.orgId) as never),
    ),
    definition: os.definition.handler(async ({ input: { id }, context }) => {
      const { tx, actor } = context
      const all = await findVersions(context)
      const version = all.find(({ row }) => row.id === id)
      if (!version) throw common.refuse('missing')
      const { row, words } = version
      return {
        ...heading(version, actor.orgId),
        funderLinked: row.funderId !== null,
        content: row.content,
        words: definitionWords(row.content.counted, kinds),
        readings: await store.findReadings(tx, actor, id),
        signatures: words.map(presentSignature),
        versions: all.filter((one) => one.row.indicatorId === row.indicatorId).map(asVersion),
      } as never
    }),
    keepReading: os.keepReading.handler(async ({ input: { id, text }, context }) => {
      const { row, side } = await lockVersion(context, id)
      const organization = side === 'program' ? row.programName : row.funderName
      const reading = { definitionId: id, parties: row.parties, side, organization, text }
      await store.keepReading(context.tx, context.actor, reading, context.now)
      return {}
    }),
    signDefinition: os.signDefinition.handler(async ({ input: { id, digest }, context }) => {
      await say(context, id, { says: 'signed', reason: '', digest })
      return {}
    }),
    disputeDefinition: os.disputeDefinition.handler(async ({ input: { id, reason }, context }) => {
      await say(context, id, { says: 'disputed', reason })
      return {}
    }),
    signByLetter: os.signByLetter.handler(
      async ({ input: { id, digest, says, reason, letter }, context }) => {
        const { row, side } = await lockVersion(context, id)
        if (side !== 'program' || row.funderId !== null) throw refuse('programs.letter-not-needed')
        const fileId = await keepDocument(context, row.parties, letter)
        await say(context, id, { says, reason, digest, side: 'funder', fileId })
        return {}
      },
    ),
    file: os.file.handler(async ({ input: { id }, context: { tx, actor } }) => {
      const file = await store.findFile(tx, actor, id)
      if (!file) throw common.refuse('missing')
      return new File([new Uint8Array(file.bytes)], file.fileName, { type: file.mediaType })
    }),
    impact: os.impact.handler(
      ({ input: { id, follow }, context }) =>
        followed(context, follow, (tell) => impactOf(context, kinds, id, tell)) as never,
    ),
  })

const grammarOf = (kinds: FactKinds) => {
  const offered = Object.entries(kinds).filter(([, { inside }]) => !inside)
  const dimensionsOf = ({ dimensions, ownOnly = [] }: FactKinds[string]) =>
    dimensions.filter((name) => !ownOnly.includes(name))
  return {
    kinds: offered.map(([kind, one]) => ({
      kind,
      label: { es: one.es, en: one.en },
      dimensions: dimensionsOf(one),
      people: one.subject ?? false,
      quantity: one.unit ?? null,
      tier: one.tier ?? 1,
    })),
    dimensions: [...new Set(offered.flatMap(([, one]) => dimensionsOf(one)))].map((id) => ({
      id,
      label: labelsOf(id, kinds).label,
      values: Object.entries(labelsOf(id, kinds).values).map(([value, label]) => ({ id: value, label })),
    })),
  }
}
