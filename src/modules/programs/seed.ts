import { randomUUID } from 'node:crypto'
import type { ContractRouterClient } from '@orpc/contract'
import { stateNamed } from '../companies/store.places.ts'
import type { programsContract } from './contract.ts'
import sc from './data/two-programs.json' with { type: 'json' }

/** The operations of this module as a client calls them: the seed goes through the same door as everybody. */
export type ProgramsApi = ContractRouterClient<typeof programsContract>

const zone = { calendar: 'us-federal-quarters', timeZone: 'America/Mexico_City' }

/** Two awards of one program as the evaluation describes them; people, partners and records are made up. `funder` is its code. */
export const seedTwoPrograms = async (api: ProgramsApi, funder: string) => {
  const [sc2, sc3] = [randomUUID() as never, randomUUID() as never]
  await api.keepAward({
    id: sc2,
    code: 'SC2',
    name: 'Voces que se organizan',
    grantee: 'Programa',
    funderName: 'Financiador',
    beginsOn: '2020-10-01',
    sectors: sc.sc2.sectors,
    plannedStates: [],
    ...zone,
  })
  await api.keepAward({
    id: sc3,
    code: 'SC3',
    name: 'Sindicatos que deciden',
    grantee: 'Programa',
    funderName: 'Financiador',
    beginsOn: '2022-10-01',
    sectors: sc.sc3.sectors,
    plannedStates: [],
    ...zone,
  })
  await api.linkFunder({ awardId: sc3, token: funder })
  await seedMoney(api, sc2, sc3)
  await seedPlaces(api, sc2, sc3)
  await seedTeam(api, sc2, sc3)
  await seedPartners(api, sc2, sc3)
  await seedReports(api)
  return { sc2: sc2 as string, sc3: sc3 as string }
}

const seedMoney = async (api: ProgramsApi, sc2: never, sc3: never) => {
  const action = (awardId: never, signedOn: string, amountCents: number, endsOn: string | null) =>
    api.addAction({
      id: randomUUID(),
      awardId,
      kind: amountCents > 0 ? 'obligation' : 'extension',
      signedOn,
      amountCents,
      currency: 'USD',
      endsOn,
      note: '',
    })
  await action(sc2, '2020-10-01', 10_000_000_00, '2025-09-30')
  await action(sc3, '2022-10-01', 10_000_000_00, '2025-09-30')
  await action(sc3, '2023-08-01', 10_750_000_00, null)
  await action(sc3, '2024-02-01', 0, '2026-07-31')
}

/** A state belongs to a program by work recorded in it: one piece of work in each, and one outside the sectors. */
const seedPlaces = async (api: ProgramsApi, sc2: never, sc3: never) => {
  const work = async (awardId: never, names: readonly string[], sectors: readonly string[], from: string) => {
    for (const [at, name] of names.entries())
      await api.recordWork({
        id: randomUUID(),
        awardId,
        kind: 'done',
        onDay: `${from}-${String(10 + at).padStart(2, '0')}`,
        stateCode: stateNamed(name)!.code,
        sector: sectors[at % sectors.length]!,
        topic: 'organizing_skills',
        title: `Acompañamiento en ${name.replace(',', '')}`,
      })
  }
  await work(sc2, sc.sc2.states, sc.sc2.sectors, '2024-01')
  await work(sc3, sc.sc3.states, sc.sc3.sectors, '2024-02')
  await api.recordWork({
    id: randomUUID(),
    awardId: sc3,
    kind: 'asked',
    onDay: '2024-03-05',
    stateCode: '26',
    sector: 'food',
    topic: 'basic_rights',
    title: 'Empacadora que pidió asesoría',
  })
}

const seedTeam = async (api: ProgramsApi, sc2: never, sc3: never) => {
  const since = '2023-01-01'
  let number = 0
  const person = async (parts: readonly (readonly [never, number])[]) => {
    const id = randomUUID() as never
    number += 1
    await api.keepStaff({ id, alias: `Integrante ${number}`, role: '' })
    for (const [awardId, percent] of parts)
      await api.allocate({ id: randomUUID(), staffId: id, awardId, percent, since, until: null })
  }
  for (let n = 0; n < sc.staff.sc2; n++) await person([[sc2, 100]])
  for (let n = 0; n < sc.staff.sc3; n++) await person([[sc3, 100]])
  for (let n = 0; n < sc.staff.shared; n++)
    await person([
      [sc2, 50],
      [sc3, 50],
    ])
}

/** One academic partner works under both programs; a tenth organization helps without receiving funds. */
const seedPartners = async (api: ProgramsApi, sc2: never, sc3: never) => {
  const partner = async (
    name: string,
    kind: 'academic' | 'civil_society',
    awards: readonly never[],
    funds: boolean,
  ) => {
    const id = randomUUID() as never
    await api.keepPartner({ id, name, kind })
    for (const awardId of awards)
      await api.linkPartner({
        id: randomUUID(),
        partnerId: id,
        awardId,
        fundsSince: funds ? '2023-01-01' : null,
        fundsUntil: null,
      })
  }
  for (let n = 1; n <= sc.partners.academic; n++)
    await partner(`Universidad ${n}`, 'academic', n === 1 ? [sc2, sc3] : [sc3], true)
  for (let n = 1; n <= sc.partners.other; n++) await partner(`Asociación ${n}`, 'civil_society', [sc3], true)
  await partner('Red amiga', 'civil_society', [sc3], false)
}

/** What partners report comes in as their workbooks do: by a saved reading, tried and then kept. */
const seedReports = async (api: ProgramsApi) => {
  const bring = async (
    kind: string,
    dimensions: Record<string, string>,
    person: string | null,
    rows: string[][],
  ) => {
    const mappingId = randomUUID() as never
    await api.keepMapping({
      id: mappingId,
      name: kind,
      kind,
      day: 'Fecha',
      dayOrder: 'iso',
      person,
      quantity: null,
      dimensions,
      values: {},
    })
    const headings = ['Fecha', ...(person ? [person] : []), ...Object.values(dimensions)]
    const text = [headings, ...rows].map((row) => row.join(',')).join('\n')
    const file = {
      fileName: `${kind}.csv`,
      mediaType: 'text/csv',
      base64: Buffer.from(text).toString('base64'),
    }
    const { digest, good } = await api.tryWorkbook({ mappingId, file })
    await api.importWorkbook({ id: randomUUID() as never, mappingId, file, digest, good })
  }
  const day = '2024-02-15'
  const times = (n: number, row: (at: number) => string[]) => Array.from({ length: n }, (_, at) => row(at))
  await bring('reported.negotiation', { stage: 'Etapa' }, null, [
    ...times(sc.negotiations.begun, () => [day, 'begun']),
    ...times(sc.negotiations.completed, () => [day, 'completed']),
  ])
  await bring(
    'reported.center',
    { stage: 'Etapa', relation: 'Relación' },
    null,
    sc.centers.map((one) => [day, ...one]),
  )
  await bring('reported.leader', { sex: 'Sexo' }, 'Persona', [
    ...times(sc.leaders.women, (at) => [day, `lideresa ${at}`, 'woman']),
    ...times(sc.leaders.men, (at) => [day, `líder ${at}`, 'man']),
  ])
  await bring(
    'reported.interviewee',
    { topic: 'Tema' },
    'Persona',
    Object.entries(sc.interviews).flatMap(([topic, n]) => times(n, (at) => [day, `${topic} ${at}`, topic])),
  )
  await bring(
    'reported.inclusion',
    { group: 'Grupo' },
    'Organización',
    times(sc.inclusion, (at) => [day, `organización ${at}`, 'lgbtqi']),
  )
}
