import type { Counted, Definition, Facts } from '../../src/platform/facts/definition.ts'

/**
 * The same cells by SQL written for one indicator and no other: its columns, its kinds and its days stand in the text, nobody
 * asks whether a fact's giver shared it, and each measure takes the plan that was found fastest for it. `$1` organizations.
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

/** Margins as `group by cube`, totals over organizations from those of each. */
const rollUp = (rows: string, value: string, persons: string, breakdown: readonly string[]) => {
  const names = namesOf(breakdown)
  const comma = names.map((name) => `, ${name}`).join('')
  const cube = names.length > 0 ? `, cube (${names})` : ''
  const level = names.length > 0 ? `, grouping(${names})` : ', 0'
  return `select level${comma}, sum(value), sum(persons), count(*) filter (where value <> 0) from (
    select org_id${level} as level${comma}, ${value} as value, ${persons} as persons from (${rows}) rows group by org_id${cube}) given
    group by level${comma}`
}

const countedSql = (counted: Counted, { breakdown, since, until }: Cells): string => {
  const columns = columnsOf(breakdown)
  if (counted.measure === 'stock') {
    const side = (facts: Facts, sign: number) =>
      `select f.org_id, ${sign} as sign, ${subject} as subject${columns} from ${aliased} where ${standing(facts, '-infinity', until)}`
    const rows = counted.ended
      ? `${side(counted.began, 1)} union all ${side(counted.ended, -1)}`
      : side(counted.began, 1)
    return rollUp(
      rows,
      'sum(sign)',
      'count(distinct subject) filter (where sign > 0) - count(distinct subject) filter (where sign < 0)',
      breakdown,
    )
  }
  const value = {
    facts: 'count(*)',
    quantity: 'sum(quantity)',
    subjects: 'count(distinct subject)',
    records: 'count(distinct record_id)',
    organizations: '1',
  }[counted.of]
  const extra = counted.of === 'records' ? ', f.record_id' : counted.of === 'quantity' ? ', f.quantity' : ''
  const rows = `select f.org_id${extra}, ${subject} as subject${columns} from ${aliased} where ${standing(counted, since, until)}`
  return rollUp(rows, value, 'count(distinct subject)', breakdown)
}

/** Both stocks in one scan: the part is marked on its way. */
const ratioSql = (part: Counted, whole: Counted, { breakdown, until }: Cells): string => {
  if (part.measure !== 'stock' || whole.measure !== 'stock' || !whole.ended) throw new Error('no such peer')
  const mark = part.began.where
    .map((one) => `f.dimensions->>'${one.dimension}' in (${list(one.in)})`)
    .join(' and ')
  const side = (facts: Facts, sign: number) =>
    `select f.org_id, ${sign} as sign, ${mark} as part, ${subject} as subject${columnsOf(breakdown)} from ${aliased} where ${standing(facts, '-infinity', until)}`
  const rows = `${side(whole.began, 1)} union all ${side(whole.ended, -1)}`
  const inPost =
    'count(distinct subject) filter (where sign > 0) - count(distinct subject) filter (where sign < 0)'
  return rollUp(rows, 'sum(sign) filter (where part)', inPost, breakdown).replace(
    'as value,',
    'as value, sum(sign) as whole,',
  )
}

const durationSql = (from: readonly string[], to: readonly string[], { breakdown, since, until }: Cells) => {
  const names = namesOf(breakdown)
  const of = (kinds: readonly string[]) => standing({ kinds: [...kinds], where: [] }, '-infinity', until)
  return `with began as (select f.org_id, f.record_id, min(f.happened_on) as day from facts f where ${of(from)} group by 1, 2),
    ended as (select distinct on (f.org_id, f.record_id) f.org_id, f.record_id, f.subject_id, f.happened_on as day${columnsOf(breakdown)}
      from facts f where ${of(to)} order by f.org_id, f.record_id, f.happened_on)
    select ${names.map((name) => `${name}, `).join('')}percentile_cont(0.5) within group (order by ended.day - began.day), avg(ended.day - began.day),
      count(*) as threads, count(distinct ended.subject_id), count(distinct ended.org_id)
    from ended join began using (org_id, record_id) where began.day <= ended.day and ended.day >= '${since}' group by cube (${names})`
}
