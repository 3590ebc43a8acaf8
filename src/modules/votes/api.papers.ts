import { implement } from '@orpc/server'
import { Document } from '#platform/documents/document.ts'
import { docxOf } from '#platform/documents/docx.ts'
import { pdfOf } from '#platform/documents/press.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { localDay } from '#platform/text/day.ts'
import { votesContract } from './contract.ts'
import type { PaperFacts } from './documents/facts.ts'
import { papers } from './documents/papers.ts'
import { openNames } from './names.ts'
import { leads, present } from './reach.ts'
import { refuse } from './refusals.ts'
import { planOfVote } from './rules.plan.ts'
import type { Slate, VoteFileId, VoteTable } from './schema.ts'
import * as files from './store.files.ts'
import * as plans from './store.plan.ts'
import * as rolls from './store.roll.ts'
import * as slating from './store.slates.ts'
import { organizationName, type StoredVote } from './store.ts'

const { paper } = votesContract
const os = implement({ paper }).$context<Call>()

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** Papers to print: made anew each time from what is recorded, never kept. */
export const paperMakers = os.router({
  paper: os.paper.handler(async ({ input, context }) => {
    const vote = await present(context, input.id)
    const { make, file, names, table: ofTable, frozen, result } = papers[input.paper]
    if (names && !leads(context)) throw common.refuse('not-allowed')
    const tables = await slating.findTables(context.tx, context.actor, input.id)
    const table = tables.find(({ id }) => id === input.tableId) ?? null
    const ready =
      (!ofTable || table) && (!frozen || 'rollHash' in vote.state) && (!result || vote.result !== null)
    if (!ready) throw refuse('votes.no-paper-yet')
    const facts = await factsOf(context, vote, {
      language: input.language,
      tables,
      table,
      names: names === true,
    })
    if (names) {
      const { voters } = facts
      const own = table && ofTable ? voters.filter(({ tableId }) => tableId === table.id) : voters
      const asked = { names: own.length, of: voters.length, approvalId: input.approvalId }
      await openNames(context, input.id, { ...asked, tableId: ofTable ? table!.id : null })
      await context.log('print', 'vote roll', input.id, own.length)
    }
    const document = Document.parse(make(facts))
    const numbered = table && ofTable ? `-${table.number}` : ''
    const fileName = `${file}${numbered}-${context.today}.${input.form}`
    const sent = { fileName, mediaType: mediaTypes[input.form] }
    if (input.form === 'docx') return { ...sent, content: base64(await docxOf(document)), unprintable: [] }
    const made = await pdfOf(document)
    if ('misfit' in made) throw refuse('votes.paper-misfit')
    return { ...sent, content: base64(made.bytes), unprintable: [...made.unprintable] }
  }),
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

type Asked = { language: 'es' | 'en'; tables: readonly VoteTable[]; table: VoteTable | null; names: boolean }

export const factsOf = async (
  context: Call,
  vote: StoredVote,
  { names, ...asked }: Asked,
): Promise<PaperFacts> => {
  const { tx, actor, vault, today } = context
  const slates = await slating.findSlates(tx, actor, vault, vote.id)
  const counts = await rolls.findRollCounts(tx, actor, vote.id)
  const onPaper = new Map<string, number>()
  for (const { mode, tableId } of counts)
    if (mode === 'paper' && tableId) onPaper.set(tableId, (onPaper.get(tableId) ?? 0) + 1)
  const happenings = await plans.findHappenings(tx, actor, vault, vote.id)
  const dates = Object.fromEntries(happenings.map(({ event, on }) => [event, on]))
  const plan = planOfVote({
    kind: vote.kind,
    today,
    votesOn: localDay(vote.opensAt, actor.timeZone),
    happenings: dates,
    present: {},
    opinion: null,
  })
  return {
    ...asked,
    today,
    timeZone: actor.timeZone,
    union: await organizationName(tx, actor),
    vote,
    slates,
    emblems: await emblemsOf(context, vote, slates),
    officers: await plans.findOfficers(tx, actor, vault, vote.id),
    voters: names ? await rolls.findRoll(tx, actor, vault, vote.id) : [],
    onPaper,
    papers: plan.steps.map(({ words, article, papers, event }) => ({
      title: words.title,
      article,
      papers,
      on: event ? (dates[event] ?? null) : null,
    })),
  }
}

const emblemsOf = async ({ tx, actor, vault }: Call, { id }: StoredVote, slates: readonly Slate[]) => {
  const found = new Map<string, { base64: string }>()
  for (const { emblemFileId } of slates) {
    const file = emblemFileId && (await files.findFile(tx, actor, vault, id, emblemFileId as VoteFileId))
    if (emblemFileId && file?.whole && file.mediaType !== 'application/pdf')
      found.set(emblemFileId, { base64: file.content.toString('base64') })
  }
  return found
}
