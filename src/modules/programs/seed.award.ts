import { addDays, type Day } from '#platform/text/day.ts'
import type { Dice } from '#platform/text/dice.ts'
import { calendarOf, type Period, periodOn } from './periods.ts'
import type { AwardId, Story, StoryId } from './schema.ts'
import type { ProgramsApi } from './seed.ts'

const calendar = 'us-federal-quarters'

/** The two last quarters that are over, and the one in which the award of the demo world began. */
export const quartersOf = (today: Day): Record<'award' | 'earlier' | 'last', Period> => {
  const of = calendarOf(calendar)!
  const before = (period: Period) => periodOn(of, addDays(period.since, -1))
  const last = before(periodOn(of, today))
  const earlier = before(last)
  return { last, earlier, award: periodOn(of, addDays(earlier.since, -400)) }
}

/** The award of the demo world with its money, places, team, partners and a story; `funder` is the funder's own code. */
export const seedAward = async (api: ProgramsApi, funder: string, dice: Dice, today: Day) => {
  const awardId = dice.id() as AwardId
  const { award, earlier, last } = quartersOf(today)
  await api.keepAward({
    id: awardId,
    code: 'FP-117',
    name: 'Raíces en el Bajío',
    grantee: 'Programa Raíces',
    funderName: 'Fondo Puente',
    calendar,
    timeZone: 'America/Mexico_City',
    beginsOn: award.since,
    sectors: ['auto_parts', 'textiles'],
    plannedStates: ['11', '22', '24'],
  })
  await api.linkFunder({ awardId, token: funder })
  await seedMoney(api, awardId, dice, award.since)
  await seedWork(api, awardId, dice, [earlier, last])
  await seedTeam(api, awardId, dice, award.since)
  const storyId = await seedStory(api, awardId, dice, earlier)
  return { awardId, storyId }
}

const seedMoney = async (api: ProgramsApi, awardId: AwardId, dice: Dice, since: Day) => {
  const action = (kind: 'obligation' | 'extension', after: number, cents: number, ends: number | null) =>
    api.addAction({
      id: dice.id(),
      awardId,
      kind,
      signedOn: addDays(since, after),
      amountCents: cents,
      currency: 'USD',
      endsOn: ends === null ? null : addDays(since, ends),
      note: '',
    })
  await action('obligation', 0, 1_200_000_00, 1_094)
  await action('obligation', 280, 450_000_00, null)
  await action('extension', 390, 0, 1_459)
  await api.keepRate({
    id: dice.id(),
    onDay: addDays(since, 280),
    from: 'USD',
    to: 'MXN',
    rate: '18.4350',
    source: 'Tipo de cambio de ejemplo',
  })
}

const visits = [
  ['11', 'auto_parts', 'organizing_skills', 'Acompañamiento a delegadas de Silao'],
  ['11', 'textiles', 'basic_rights', 'Asesoría a costureras de Moroleón'],
  ['22', 'auto_parts', 'corporate_research', 'Ficha de la empresa para un grupo de Querétaro'],
] as const

/** The same visits in each quarter, and somebody outside the agreed sectors who asked and was not turned away in silence. */
const seedWork = async (api: ProgramsApi, awardId: AwardId, dice: Dice, quarters: readonly Period[]) => {
  for (const { since } of quarters) {
    for (const [at, [stateCode, sector, topic, title]] of visits.entries())
      await api.recordWork({
        id: dice.id(),
        awardId,
        kind: 'done',
        onDay: addDays(since, 12 + 19 * at),
        stateCode,
        sector,
        topic,
        title,
      })
    await api.recordWork({
      id: dice.id(),
      awardId,
      kind: 'asked',
      onDay: addDays(since, 41),
      stateCode: '11',
      sector: 'food',
      topic: 'basic_rights',
      title: 'Empacadora de Irapuato que pidió asesoría',
    })
  }
}

const team = [
  ['Daniela', 'Coordinación', 100],
  ['Mateo', 'Seguimiento y datos', 100],
  ['Xóchitl', 'Formación', 60],
  ['Ramiro', 'Asesoría legal', 40],
] as const

const seedTeam = async (api: ProgramsApi, awardId: AwardId, dice: Dice, since: Day) => {
  for (const [alias, role, percent] of team) {
    const staffId = dice.id() as never
    await api.keepStaff({ id: staffId, alias, role })
    await api.allocate({ id: dice.id(), staffId, awardId, percent, since, until: null })
  }
  const partner = async (name: string, kind: 'academic' | 'civil_society', funds: boolean) => {
    const partnerId = dice.id() as never
    await api.keepPartner({ id: partnerId, name, kind })
    await api.linkPartner({
      id: dice.id(),
      partnerId,
      awardId,
      fundsSince: funds ? since : null,
      fundsUntil: null,
    })
  }
  await partner('Seminario de Estudios del Trabajo', 'academic', true)
  await partner('Red de Promotoras del Bajío', 'civil_society', false)
}

/** Told by somebody whose role and sector may stand under it for the funder, and no more, for two years. */
const seedStory = async (api: ProgramsApi, awardId: AwardId, dice: Dice, { until }: Period) => {
  const story: Story = {
    id: dice.id() as StoryId,
    awardId,
    title: 'Ahora leemos antes de firmar',
    text: 'Antes firmábamos lo que nos ponían enfrente. En el taller leímos el contrato renglón por renglón, y a la semana ya éramos seis preguntando lo mismo. La respuesta tardó, pero llegó por escrito.',
    language: 'es',
    role: 'Delegada',
    sector: 'textiles',
    stateCode: '11',
    consent: 'role_sector',
    audience: 'funder',
    consentedOn: addDays(until, -9),
    expiresOn: addDays(until, 721),
  }
  await api.keepStory(story)
  return story.id
}
