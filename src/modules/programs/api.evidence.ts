import { randomBytes, randomUUID } from 'node:crypto'
import { implement } from '@orpc/server'
import { type FactKind, type FactKinds, recordFacts } from '#platform/facts/fact.ts'
import { drawFacts } from '#platform/facts/store.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { findSharings, nameOfOrganization } from '../organizations/store.sharings.ts'
import { ownRecord } from './api.figures.ts'
import { digestOfBytes } from './canonical.ts'
import { evidenceContract, type Mapping } from './contract.evidence.ts'
import { factsOf } from './figures/press.ts'
import { presentFigure } from './figures/seen.ts'
import { refuse } from './refusals.ts'
import type { ImportId } from './schema.ts'
import { findIndicators } from './store.definitions.ts'
import * as store from './store.evidence.ts'
import { missingColumns, readRows } from './workbooks/rows.ts'
import { readWorkbook, type Sheet } from './workbooks/sheet.ts'

const os = implement(evidenceContract).$context<Call>()

type Upload = { fileName: string; base64: string }

const sheetOf = async ({ base64 }: Upload): Promise<{ sheet: Sheet; digest: string }> => {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  const sheet = await readWorkbook(bytes)
  if (sheet === 'unreadable') throw refuse('programs.file')
  if (sheet === 'too_wide') throw refuse('programs.too-wide')
  return { sheet, digest: digestOfBytes(bytes) }
}

/** A kind that a workbook may bring: declared, and of what partners report. */
const importable = (kinds: FactKinds, { kind, dimensions, values }: Mapping): FactKind => {
  const found = kind.startsWith('reported.') ? kinds[kind] : undefined
  const named = [...Object.keys(dimensions), ...Object.keys(values)]
  if (!found || named.some((name) => !found.dimensions.includes(name))) throw refuse('programs.mapping')
  return found
}

/** What a file would bring in: rows that read, rows that do not, and rows that are in already. */
const readUpload = async (call: Call, kinds: FactKinds, mappingId: string, file: Upload) => {
  const mapping = (await store.findMappings(call.tx, call.actor)).find(({ id }) => id === mappingId)
  if (!mapping) throw common.refuse('missing')
  const kind = importable(kinds, mapping)
  const { sheet, digest } = await sheetOf(file)
  const missing = missingColumns(mapping, sheet)
  if (missing.length > 0) throw refuse('programs.no-column', { columns: missing })
  const { good, problems } = readRows(sheet, mapping, kind, call.today)
  const known = await store.findKnownRows(
    call.tx,
    call.actor,
    good.map((row) => row.digest),
  )
  return {
    mapping,
    sheet,
    digest,
    problems,
    known: known.size,
    fresh: good.filter((row) => !known.has(row.digest)),
  }
}

const bringIn = async (
  call: Call,
  kinds: FactKinds,
  input: { id: ImportId; mappingId: string; file: Upload; digest: string; good: number },
) => {
  const { tx, actor, vault, now, log } = call
  const { id, mappingId, file } = input
  // The lock comes before the reading: two imports of one file would each find every row new.
  const isNew = await store.insertImport(
    tx,
    actor,
    { id, mappingId, fileName: file.fileName, digest: input.digest, rows: 0, recorded: 0, problems: [] },
    now,
  )
  if (!isNew) return { recorded: (await store.findImports(tx, actor)).find((one) => one.id === id)!.recorded }
  const { mapping, sheet, digest, problems, fresh } = await readUpload(call, kinds, mappingId, file)
  if (digest !== input.digest || fresh.length !== input.good) throw refuse('programs.other-file')
  const rows = fresh.map((row) => ({ ...row, factId: randomUUID() }))
  await recordFacts(
    tx,
    actor,
    kinds,
    rows.map(({ factId, happenedOn, person, quantity, dimensions }) => ({
      id: factId,
      kind: mapping.kind,
      happenedOn,
      source: 'workbook',
      recordId: randomUUID(),
      subjectId:
        person === null ? null : subjectOf(vault.blind('workbook person', person.trim().toLowerCase())),
      quantity,
      dimensions,
    })),
  )
  await store.insertRows(
    tx,
    actor,
    id,
    rows.map(({ factId, digest: rowDigest }) => ({ factId, digest: rowDigest })),
  )
  await store.setRead(tx, actor, id, {
    rows: sheet.rows.length,
    recorded: rows.length,
    problems: problems.slice(0, 500),
  })
  await log('import workbook', 'workbook', id)
  return { recorded: rows.length }
}

/** The same person in two workbooks is one subject; nobody gets from the subject back to the person without the organization's key. */
const subjectOf = (digest: Buffer): string => {
  const hex = digest.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const outcomeOf = ({ shown, outcome }: { shown: boolean | null; outcome: string | null }) => {
  if (outcome) return outcome as 'match' | 'mismatch'
  if (shown === null) return 'waiting'
  return shown ? 'shown' : 'not_shown'
}

/** A sample of everything would tell how many records each organization has: at most one in five is drawn. */
const leastForOne = 5

const draw = async (
  call: Call,
  kinds: FactKinds,
  input: { id: string; indicatorId: string; period: string; size: number },
) => {
  const { tx, actor, now, log } = call
  const { figure, version, setting } = await presentFigure(call, kinds, input.indicatorId, input.period)
  if (!version) throw refuse('programs.no-definition')
  const seed = randomBytes(16).toString('hex')
  const since = version.row.content.counted.measure.measure === 'stock' ? '-infinity' : setting.period.since
  const span = { since, until: setting.period.until, asOf: null }
  const drawn = await drawFacts(
    tx,
    factsOf(version.row.content.counted.measure),
    span,
    seed,
    input.size * leastForOne,
  )
  if (drawn.length < input.size * leastForOne) throw refuse('programs.too-few')
  const names = new Map(
    (await findSharings(tx, actor)).map(({ giverId, giverName }) => [giverId as string, giverName]),
  )
  const verifierName = await nameOfOrganization(tx, actor)
  await store.insertAudit(
    tx,
    actor,
    {
      id: input.id,
      indicatorId: input.indicatorId,
      definitionId: version.row.id,
      period: input.period,
      seed,
    },
    now,
  )
  await store.insertItems(
    tx,
    drawn.slice(0, input.size).map(({ orgId, id: factId }) => ({
      parties: orgId === actor.orgId ? [actor.orgId] : [actor.orgId, orgId],
      id: randomUUID(),
      verifierId: actor.orgId,
      verifierName,
      giverId: orgId,
      giverName: names.get(orgId) ?? verifierName,
      auditId: input.id,
      titleEs: figure.title.es,
      titleEn: figure.title.en,
      period: input.period,
      factId,
    })),
  )
  await log('draw audit', 'audit', input.id)
  return { drawn: input.size, seed }
}

export const evidenceHandlers = (kinds: FactKinds) =>
  os.router({
    mappings: os.mappings.handler(({ context: { tx, actor } }) => store.findMappings(tx, actor)),
    keepMapping: os.keepMapping.handler(async ({ input, context: { tx, actor } }) => {
      const kind = importable(kinds, input)
      if (kind.subject && !input.person) throw refuse('programs.mapping')
      await store.keepMapping(tx, actor, input)
      return {}
    }),
    readWorkbook: os.readWorkbook.handler(async ({ input: { file } }) => {
      const { sheet } = await sheetOf(file)
      const sample = sheet.rows.slice(0, 4).map(({ cells }) => cells)
      return { sheet: sheet.name, headings: sheet.headings, rows: sheet.rows.length, sample }
    }),
    tryWorkbook: os.tryWorkbook.handler(async ({ input: { mappingId, file }, context }) => {
      const { sheet, digest, problems, known, fresh } = await readUpload(context, kinds, mappingId, file)
      return {
        digest,
        sheet: sheet.name,
        headings: sheet.headings,
        rows: sheet.rows.length,
        good: fresh.length,
        known,
        problems: problems.slice(0, 500),
        sample: fresh.slice(0, 8).map(({ row, happenedOn, quantity, dimensions }) => ({
          row,
          happenedOn,
          quantity,
          at: Object.values(dimensions),
        })),
      }
    }),
    importWorkbook: os.importWorkbook.handler(({ input, context }) => bringIn(context, kinds, input)),
    workbooks: os.workbooks.handler(async ({ context: { tx, actor } }) =>
      (await store.findImports(tx, actor)).map(({ mapping: _, ...one }) => one as never),
    ),
    undoWorkbook: os.undoWorkbook.handler(async ({ input: { id }, context }) => {
      const { tx, actor, today, now, log } = context
      const facts = await store.undoImport(tx, actor, id, now)
      if (!facts) throw refuse('programs.undone')
      await recordFacts(
        tx,
        actor,
        kinds,
        facts.map(({ id: reverses, kind, recordId }) => ({
          kind,
          happenedOn: today,
          source: 'workbook undone',
          recordId,
          reverses,
        })),
      )
      await log('undo workbook', 'workbook', id)
      return { reversed: facts.length }
    }),
    audits: os.audits.handler(async ({ context }) => {
      const { tx, actor } = context
      const items = await store.findItems(tx, actor)
      const indicators = new Map((await findIndicators(tx, actor)).map((one) => [one.id as string, one]))
      return (await store.findAudits(tx, actor)).map((audit) => {
        const own = items.filter(({ auditId }) => auditId === audit.id)
        const groups = [...Map.groupBy(own, ({ giverId }) => giverId).values()]
        return {
          id: audit.id,
          indicatorId: audit.indicatorId,
          code: indicators.get(audit.indicatorId)?.code ?? '',
          title: indicators.get(audit.indicatorId)?.title ?? { es: '', en: '' },
          period: audit.period,
          seed: audit.seed,
          drawnAt: audit.drawnAt,
          size: own.length,
          organizations: groups.map((some) => ({
            itemIds: some.map(({ id }) => id),
            name: some[0]!.giverName,
            outcomes: some.map(outcomeOf),
          })),
        }
      }) as never
    }),
    drawAudit: os.drawAudit.handler(({ input, context }) => draw(context, kinds, input)),
    asked: os.asked.handler(async ({ context: { tx, actor } }) =>
      (await store.findAsked(tx, actor)).map(
        ({ itemId, askedBy, titleEs, titleEn, period, drawnAt, shown, outcome, ...fact }) => {
          const { quantity: _, ...record } = ownRecord(fact, kinds)
          return {
            ...record,
            id: itemId,
            askedBy,
            title: { es: titleEs, en: titleEn },
            period,
            drawnAt,
            outcome: outcomeOf({ shown, outcome }),
          } as never
        },
      ),
    ),
    showRecord: os.showRecord.handler(async ({ input: { id, shown }, context: { tx, actor, now, log } }) => {
      const item = await store.lockItem(tx, id, 'giverId', actor)
      if (!item) throw common.refuse('missing')
      if (item.outcome) throw refuse('programs.settled')
      await store.setShown(tx, actor, id, shown, now)
      await log('show record', 'audit item', id)
      return {}
    }),
    settleItem: os.settleItem.handler(
      async ({ input: { id, outcome }, context: { tx, actor, now, log } }) => {
        const item = await store.lockItem(tx, id, 'verifierId', actor)
        if (!item) throw common.refuse('missing')
        if (item.shown === null) throw refuse('programs.not-shown')
        await store.setOutcome(tx, actor, id, outcome, now)
        await log(`audit ${outcome}`, 'audit item', id)
        return {}
      },
    ),
  })
