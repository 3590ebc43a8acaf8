import type { Counted, Definition, Facts } from '../../src/platform/facts/definition.ts'

/**
 * The same cells by SQL written for one indicator and no other: its columns, its kinds and its days stand in the text, nobody
 * asks whether a fact's giver shared it, and each measure takes the plan that was found fastest for it. `$1` organizations, the reader first.
 * A row has `level`, whose bits say over which of `d0`, `d1`… it is a total, and the numbers of `numbers` or of a duration.
 */
export const peerSql = ({ measure, breakdown }: Definition, since: string, until: string): string => {
  const cells = { breakdown, since, until }
  if (measure.measure === 'ratio') return ratioSql(measure.part, measure.whole, cells)
  if (measure.measure === 'duration') return durationSql(measure.from, measure.to, cells)
  return countedSql(measure, cells)
}

type Cells = { breakdown: readonly string[]; since: string; until: string }

const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')
const columnsOf = (breakdown: readonly string[]) =>
  breakdown.map((name, at) => `, f.dimensions->>'${name}' as d${at}`).join('')
const namesOf = (breakdown: readonly string[]) => breakdown.map((_, at) => `d${at}`)
const listed = (names: readonly string[]) => names.map((name) => `, ${name}`).join('')
const levelOf = (names: readonly string[]) => (names.length > 0 ? `grouping(${names})` : '0')
const cubeOf = (names: readonly string[]) => (names.length > 0 ? `cube (${names})` : '()')
const filters = ({ where }: Facts) =>
  where.map((one) => ` and f.dimensions->>'${one.dimension}' in (${list(one.in)})`).join('')

const standing = (
  facts: Facts,
  since: string,
  until: string,
) => `f.org_id = any($1) and f.kind in (${list(facts.kinds)})
  and f.happened_on between '${since}' and '${until}'${filters(facts)} and f.reverses is null
  and not exists (select from facts r where r.org_id = f.org_id and r.reverses = f.id and r.reverses is not null)`

const subject = 'coalesce(a.counts_as, f.subject_id)'
const aliased = 'facts f left join subject_aliases a on a.org_id = f.org_id and a.subject_id = f.subject_id'

/** What a cell says of a count: how much, of how many people and organizations, the two that gave most of it, and the reader's. */
const numbers = (value: string, persons: string, prefix = '') => {
  const given = `filter (where org_id is not null and ${value} is not null)`
  return `coalesce(max(${value}) filter (where org_id is null), sum(${value})) as ${prefix}value, sum(${persons}) as ${prefix}persons,
    count(*) filter (where org_id is not null and ${value} <> 0) as ${prefix}organizations, max(${value}) ${given} as ${prefix}largest,
    coalesce((array_agg(${value} order by ${value} desc) ${given})[2], 0) as ${prefix}second,
    coalesce(sum(${value}) filter (where org_id = ($1::uuid[])[1]), 0) as ${prefix}own`
}

/** Margins as `group by cube`, totals over organizations from those of each. */
const rollUp = (rows: string, given: string, told: string, breakdown: readonly string[], more = '') => {
  const names = namesOf(breakdown)
  return `with counted as (${rows}) select level${listed(names)}, ${told} from (
    select org_id, ${levelOf(names)} as level${listed(names)}, ${given} from counted group by org_id, ${cubeOf(names)} ${more}) given
    group by level${listed(names)}`
}

const countedSql = (counted: Counted, { breakdown, since, until }: Cells): string => {
  const columns = columnsOf(breakdown)
  if (counted.measure === 'stock') {
    const side = (facts: Facts, sign: number) =>
      `select f.org_id, ${sign} as sign, ${subject} as subject${columns} from ${aliased} where ${standing(facts, '-infinity', until)}`
    const rows = counted.ended
      ? `${side(counted.began, 1)} union all ${side(counted.ended, -1)}`
      : side(counted.began, 1)
    return rollUp(rows, `sum(sign) as value, ${inPost} as persons`, numbers('value', 'persons'), breakdown)
  }
  const rows = (extra: string) =>
    `select f.org_id${extra}, ${subject} as subject${columns} from ${aliased} where ${standing(counted, since, until)}`
  const told = numbers('value', 'persons')
  const people = 'count(distinct subject) as persons'
  if (counted.of === 'records') {
    // A record that several organizations tell of is one: the whole is counted over all of them, not added up.
    const names = namesOf(breakdown)
    const whole = `union all select null, ${levelOf(names)}${listed(names)}, count(distinct record_id), 0 from counted group by ${cubeOf(names)} having count(*) > 0`
    return rollUp(
      rows(', f.record_id'),
      `count(distinct record_id) as value, ${people}`,
      told,
      breakdown,
      whole,
    )
  }
  if (counted.of === 'quantity')
    return rollUp(rows(', f.quantity'), `coalesce(sum(quantity), 0) as value, ${people}`, told, breakdown)
  const value = { facts: 'count(*)', subjects: 'count(distinct subject)', organizations: '1' }[counted.of]
  return rollUp(rows(''), `${value} as value, ${people}`, told, breakdown)
}

const net = (where = '') =>
  `greatest(0, count(distinct subject) filter (where sign > 0${where}) - count(distinct subject) filter (where sign < 0${where}))`
const inPost = net()

/** Both stocks in one scan: the part is marked on its way. */
const ratioSql = (part: Counted, whole: Counted, { breakdown, until }: Cells): string => {
  if (part.measure !== 'stock' || whole.measure !== 'stock' || !whole.ended) throw new Error('no such peer')
  const mark = part.began.where
    .map((one) => `f.dimensions->>'${one.dimension}' in (${list(one.in)})`)
    .join(' and ')
  const side = (facts: Facts, sign: number) =>
    `select f.org_id, ${sign} as sign, ${mark} as part, ${subject} as subject${columnsOf(breakdown)} from ${aliased} where ${standing(facts, '-infinity', until)}`
  return rollUp(
    `${side(whole.began, 1)} union all ${side(whole.ended, -1)}`,
    `sum(sign) as value, ${inPost} as persons, sum(sign) filter (where part) as part, ${net(' and part')} as part_persons`,
    `${numbers('value', 'persons')}, ${numbers('part', 'part_persons', 'part_')}`,
    breakdown,
  )
}

const durationSql = (from: readonly string[], to: readonly string[], { breakdown, since, until }: Cells) => {
  const names = namesOf(breakdown)
  const of = (kinds: readonly string[]) => standing({ kinds: [...kinds], where: [] }, '-infinity', until)
  return `with began as (select f.org_id, f.record_id, min(f.happened_on) as day from facts f where ${of(from)} group by 1, 2),
    ended as (select distinct on (f.org_id, f.record_id) f.org_id, f.record_id, f.subject_id, f.happened_on as day${columnsOf(breakdown)}
      from facts f where ${of(to)} order by f.org_id, f.record_id, f.happened_on, f.number)
    select ${levelOf(names)} as level${listed(names)}, percentile_cont(0.5) within group (order by ended.day - began.day) as value,
      avg(ended.day - began.day) as mean, count(*) as threads, count(distinct ended.subject_id) as persons, count(distinct ended.org_id) as organizations
    from ended join began using (org_id, record_id) where began.day <= ended.day and ended.day >= '${since}' group by ${cubeOf(names)}`
}
