import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { Document } from '#platform/documents/document.ts'
import { pdfOf } from '#platform/documents/press.ts'
import type { Call } from '#platform/http/call.ts'
import { factsOf } from './api.papers.ts'
import { findBoxes } from './archive/store.ts'
import { challengeIndex, type Piece } from './documents/challenge.ts'
import type { PaperFacts } from './documents/facts.ts'
import { papers } from './documents/papers.ts'
import { inOrder } from './rules.roll.ts'
import { findSetAside } from './store.asides.ts'
import { findDisputes } from './store.disputes.ts'
import * as files from './store.files.ts'
import { findObjections } from './store.objections.ts'
import * as plans from './store.plan.ts'
import { findRollLog } from './store.roll.ts'
import { findTables } from './store.slates.ts'
import type { StoredVote } from './store.ts'
import { findCounts, findElectronicTotals, findUrnEvents } from './store.urns.ts'

type Part = Piece & { bytes: Uint8Array }

/**
 * Everything recorded of a vote as a ZIP: its papers as PDF, the roll that its fingerprint is of, photographs and receipts, the
 * record as JSON, and an index with the SHA-256 of each. The archive of an electronic box is public and large: the index names
 * its address and its head.
 */
export const challengeZip = async (
  context: Call,
  vote: StoredVote,
  language: 'es' | 'en',
): Promise<Uint8Array> => {
  const { tx, actor, vault, deployment } = context
  const tables = await findTables(tx, actor, vote.id)
  const facts = await factsOf(context, vote, { language, tables, table: null, names: true })
  const parts = [
    ...(await printed(facts)),
    rollPart(facts),
    await recordPart(context, vote),
    ...(await kept(context, vote)),
  ]
  const boxes = (await findBoxes(tx, actor.orgId, vote.id)).filter(({ phase }) => phase !== null)
  const archives = boxes.map(({ uuid, rehearsal, parent, height }) => ({
    address: `${deployment.publicUrl}/archive/${uuid}`,
    rehearsal,
    head: parent!,
    events: height,
  }))
  const disputes = await findDisputes(tx, actor, vault, vote.id)
  const index = await pdf(challengeIndex(facts, { pieces: parts, archives, disputes }))
  const named = Object.fromEntries(parts.map(({ file, bytes }) => [file, bytes]))
  return zipSync({ [language === 'es' ? '00-indice.pdf' : '00-index.pdf']: index, ...named }, { level: 6 })
}

const part = (file: string, what: string, bytes: Uint8Array): Part => ({
  file,
  what,
  digest: createHash('sha256').update(bytes).digest('hex'),
  bytes,
})

const pdf = async (input: Parameters<typeof Document.parse>[0]): Promise<Uint8Array> => {
  const made = await pdfOf(Document.parse(input))
  if ('misfit' in made) throw new Error('a paper of the challenge file does not fit')
  return made.bytes
}

const kinds = [
  'call',
  'authority_notice',
  'roll',
  'results',
  'final_acta',
  'result_notice',
  'filing_list',
] as const

const printed = async (facts: PaperFacts): Promise<Part[]> => {
  const made: Part[] = []
  for (const kind of kinds) {
    const { make, file, result } = papers[kind]
    if (result && !facts.vote.result) continue
    const document = make(facts)
    made.push(part(`papeles/${file}.pdf`, document.title as string, await pdf(document)))
  }
  return made
}

/** The roll in the columns, and the order, that its fingerprint is computed from (`rollHash`). */
const rollPart = ({ voters, tables, language }: PaperFacts): Part => {
  const lines = inOrder(voters).map(({ number, id, name, identifier, section, mode, tableId }) =>
    JSON.stringify([
      number,
      id,
      name,
      identifier,
      section,
      mode,
      tables.find((one) => one.id === tableId)?.number ?? null,
    ]),
  )
  const what =
    language === 'es' ? 'Padrón con que se calcula su huella' : 'Roll that its fingerprint is computed from'
  return part('padron.jsonl', what, strToU8(lines.map((line) => `${line}\n`).join('')))
}

const recordPart = async ({ tx, actor, vault }: Call, vote: StoredVote): Promise<Part> => {
  const record = {
    vote,
    happenings: await plans.findHappenings(tx, actor, vault, vote.id),
    checks: await plans.findChecks(tx, actor, vote.id),
    opinion: await plans.findOpinion(tx, actor, vote.kind),
    officers: await plans.findOfficers(tx, actor, vault, vote.id),
    objections: await findObjections(tx, actor, vault, vote.id),
    rollLog: await findRollLog(tx, actor, vote.id),
    urnEvents: await findUrnEvents(tx, actor, vault, vote.id),
    setAside: await findSetAside(tx, actor, vote.id),
    counts: await findCounts(tx, actor, vote.id),
    electronicTotals: (await findElectronicTotals(tx, actor, vote.id)) ?? null,
    disputes: await findDisputes(tx, actor, vault, vote.id),
  }
  return part('registro.json', 'JSON', strToU8(JSON.stringify(record, null, 1)))
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
}

const kept = async ({ tx, actor, vault }: Call, { id }: StoredVote): Promise<Part[]> => {
  const found: Part[] = []
  for (const { id: fileId, complete } of await files.findFiles(tx, actor, id)) {
    const file = complete ? await files.findFile(tx, actor, vault, id, fileId) : undefined
    if (file)
      found.push(part(`archivos/${fileId}.${endings[file.mediaType] ?? 'bin'}`, file.mediaType, file.content))
  }
  return found
}
