import { randomUUID } from 'node:crypto'
import { findLeaks } from '@asamblea/disclosure/leaks'
import { ledger, type Release, reopen } from '@asamblea/disclosure/ledger'
import { publication } from '@asamblea/disclosure/publication'
import type { PublishedTable } from '@asamblea/disclosure/table'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlOf } from '#platform/documents/html.ts'
import { recordFacts } from '#platform/facts/fact.ts'
import { scan } from '../../testing/documents/scan.ts'
import { newWorld, type Person, type World } from '../../testing/world.ts'
import { supportFacts } from '../support/facts.ts'
import type { ReportContent } from './reports/content.ts'
import { assemblyPaper, dataPaper, reportPaper } from './reports/paper.ts'
import { draftOf, giveFacts, newAward, shareWith } from './testing.ts'

let world: World
let pia: Person
let olga: Person
let vera: Person
let ana: Person
let elsa: Person
const award = newAward('SC7', { beginsOn: '2025-07-01' })
const reportId = randomUUID()
const quarters = ['FY2025-Q4', 'FY2026-Q1', 'FY2026-Q2'] as const
const days = { 'FY2025-Q4': '2025-08-12', 'FY2026-Q1': '2025-11-12', 'FY2026-Q2': '2026-02-12' }
const population = 'flow.quantity:activity.counted'

/** People counted at a door: one fact can hold a number that stands nowhere else by chance. */
const counted = (who: Person, day: string, state: string, quantity: number) =>
  giveFacts(world, who, (actor, tx) =>
    recordFacts(tx, actor, supportFacts, [
      {
        kind: 'activity.counted' as const,
        happenedOn: day,
        source: 'test',
        recordId: randomUUID(),
        quantity,
        dimensions: { state, sector: 'auto_parts' },
      },
    ]),
  )

beforeAll(async () => {
  world = await newWorld()
  const program = await world.organization('Programa Raíz', 'program')
  pia = await world.join(program, 'Pía', 'program_officer')
  olga = await world.join(program, 'Olga', 'program_officer')
  const funder = await world.organization('Fondo Norte', 'funder')
  const fabiola = await world.join(funder, 'Fabiola', 'owner')
  vera = await world.join(funder, 'Vera', 'funder_officer')
  ana = await world.join(await world.organization('Sindicato Alba'), 'Ana', 'owner')
  elsa = await world.join(await world.organization('Sindicato Brisa'), 'Elsa', 'owner')
  await pia.api.programs.keepAward(award)
  const { token } = await fabiola.api.organizations.connect({ id: randomUUID() })
  await pia.api.programs.linkFunder({ awardId: award.id, token })
  for (const [at, quarter] of quarters.entries()) {
    const more = 1_739 * at
    await counted(ana, days[quarter], '11', 52_018 + more)
    await counted(elsa, days[quarter], '11', 47_946 + 3 * more)
    await counted(ana, days[quarter], '22', 48_391 + 5 * more)
    await counted(ana, days[quarter], '24', 61_277 + 7 * more)
  }
  await shareWith(pia, [ana, elsa], ['activity.counted'], ['state', 'sector'])
  const measure = {
    measure: 'flow' as const,
    of: 'quantity' as const,
    kinds: ['activity.counted'],
    where: [],
  }
  await draftOf(world, [pia, vera], award.id, 'OTC-1', { measure, breakdown: ['state'] })
  await draftOf(world, [pia, vera], award.id, 'OTC-2', { measure, breakdown: ['sector'] })
}, 60_000)
afterAll(() => world.end())

/** Everything in the ledger of a population, hidden values included: only the schema's owner sees it like this. */
const releasesOf = async () => {
  const { rows } = await world.owner.query<{ sequence: number; release: Release }>(
    'select sequence::int, release from releases where population = $1 order by sequence',
    [population],
  )
  return rows
}
const tables = async () => {
  const { rows } = await world.owner.query<{ parts: { tables: PublishedTable[] } | null }>(
    'select parts from published_figures',
  )
  return rows.flatMap(({ parts }) => parts?.tables ?? [])
}
const publish = (who: Person, period: string) =>
  who.api.programs.publishFigures({ awardId: award.id, period })

/** A figure of the ledger as it was given to be protected. */
const cellOf = ({ at, measure, value, persons, organizations }: Release['figures'][number]) => ({
  at,
  measure,
  value,
  persons: persons ?? 0,
  organizations: organizations ?? 0,
})

const hiddenOf = (releases: readonly Release[]) => {
  const shown = new Set(
    releases.flatMap(({ figures }) => figures.flatMap((one) => (one.shown ? one.value : []))),
  )
  const all = releases.flatMap(({ figures }) => figures.flatMap((one) => (one.shown ? [] : one.value)))
  return [...new Set(all)].filter((value) => value > 999 && !shown.has(value))
}

describe('two officers who publish at the same time', () => {
  test('come one after the other: one order in the ledger, and each was protected together with the other', async () => {
    const asked = [
      publish(pia, quarters[0]),
      publish(olga, quarters[1]),
      publish(olga, quarters[0]),
      publish(pia, quarters[1]),
    ]
    expect(await Promise.all(asked)).toEqual(Array(4).fill({ published: 2, withheld: 0 }))
    const kept = await releasesOf()
    expect(kept.map(({ sequence }) => sequence)).toEqual(kept.map((_, at) => at + 1))
    const names = kept.map(({ release }) => `${release.publication}|${release.edition}`)
    // Two definitions in two quarters, each once, whoever was first.
    expect(new Set(names).size).toBe(names.length)
    expect(names).toHaveLength(4)
    const book = ledger(kept.map(({ release }) => release))
    const published = (await tables()).filter(({ id }) => names.some((name) => name.startsWith(`${id}|`)))
    expect(published.length).toBeGreaterThan(3)
    for (const table of published) expect(reopen(table, book)).not.toBeNull()
  }, 60_000)
})

describe('a report that was submitted', () => {
  const forms = ['pdf', 'docx', 'xlsx', 'csv'] as const
  const papers = ['report', 'assembly', 'data'] as const

  test('tells no hidden value and no union in any form', async () => {
    await pia.api.programs.startReport({
      id: reportId,
      awardId: award.id,
      period: quarters[2],
      template: 'progress-quarter',
    })
    for (const section of ['summary', 'constraints', 'next'])
      await pia.api.programs.keepText({ id: reportId, section, text: { es: 'Dicho.', en: 'Said.' } })
    await pia.api.programs.submitReport({ id: reportId })
    const releases = (await releasesOf()).map(({ release }) => release)
    const hidden = hiddenOf(releases)
    expect(hidden).toContain(48_391 + 10 * 1_739)
    const forbidden = [...hidden.map(String), 'Sindicato Alba', 'Sindicato Brisa']
    // The control: what is shown is found in the same file, so the search is not blind.
    const { figures } = await pia.api.programs.figures({ awardId: award.id, period: quarters[2] })
    const total = figures[0]!.figure!.value
    const shown = total.kind === 'shown' ? String(total.value) : 'nothing'
    expect(shown).toBe(String(52_018 + 47_946 + 48_391 + 61_277 + 2 * 16 * 1_739))
    const look = async (bytes: Uint8Array, where: string, isWhole: boolean) => {
      expect([where, await scan(bytes, forbidden)]).toEqual([where, []])
      if (isWhole) expect([where, (await scan(bytes, [shown])).length > 0]).toEqual([where, true])
    }
    for (const language of ['es', 'en'] as const) {
      for (const paper of papers)
        for (const format of paper === 'assembly' ? (['pdf', 'docx'] as const) : forms) {
          const asked = { id: reportId, edition: 1, paper, format, language }
          const file = await vera.api.programs.download(asked)
          const bytes = new Uint8Array(await file.arrayBuffer())
          await look(bytes, `${paper} ${format} ${language}`, paper !== 'assembly')
        }
      const { rows } = await world.owner.query<{ content: ReportContent; digest: string }>(
        'select content, digest from report_editions',
      )
      const { content, digest } = rows[0]!
      const made = { report: reportPaper, assembly: assemblyPaper, data: dataPaper }
      for (const paper of papers) {
        const html = htmlOf(made[paper](content, language, { edition: 1, digest }))
        await look(new TextEncoder().encode(html), `${paper} html ${language}`, paper !== 'assembly')
      }
    }
  }, 180_000)
})

describe('three quarters and a correction', () => {
  test('leave nothing to be read or subtracted: neither what is hidden nor what one union changed', async () => {
    const before = (await releasesOf()).length
    await counted(ana, days['FY2026-Q1'], '22', 10_133)
    await counted(elsa, days['FY2026-Q1'], '11', 20_297)
    await publish(pia, quarters[1])
    const releases = (await releasesOf()).map(({ release }) => release)
    expect(releases.length).toBeGreaterThan(before)
    expect(releases.at(-1)!.edition).toBe(2)
    const read = await Promise.all(
      quarters.map(async (period) => {
        const { figures } = await pia.api.programs.figures({ awardId: award.id, period })
        return figures.flatMap(({ figure }) =>
          [{ label: [], value: figure?.value, at: {} }, ...(figure?.rows ?? [])].map(({ label, value }) =>
            [period, ...label.map(({ es }) => es), value?.kind === 'shown' ? value.value : 's'].join(' | '),
          ),
        )
      }),
    )
    const shown = [
      ...new Set(releases.flatMap(({ figures }) => figures.flatMap((one) => (one.shown ? one.value : [])))),
    ].filter((value) => value > 0)
    const differences = shown.flatMap((one) => shown.flatMap((other) => (one > other ? one - other : [])))
    const hidden = hiddenOf(releases)
    for (const secret of [...hidden, 10_133, 20_297]) expect(differences).not.toContain(secret)
    const everything = [...read.flat(), ...differences.map(String)].join('\n')
    const stored = await tables()
    let attacked = 0
    for (const release of releases) {
      const table = stored.find(
        ({ id, edition }) => id === release.publication && edition === release.edition,
      )
      if (!table) continue
      attacked += 1
      const spec = { ...release, id: release.publication, title: { es: '', en: '' }, tier: 1 as const }
      const sealed = publication({ ...spec, cells: release.figures.map(cellOf), statistics: [] })
      const certain = (text: string) =>
        findLeaks(sealed, table, text).filter(({ certainty }) => certainty === 'certain')
      expect(certain(everything)).toEqual([])
      const secret = release.figures.find(({ value }) => hidden.includes(value))
      if (secret) expect(certain(`22 | ${secret.value}`)).not.toEqual([])
    }
    expect(attacked).toBeGreaterThan(5)
  }, 60_000)
})
