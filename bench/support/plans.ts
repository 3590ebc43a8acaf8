import { readFileSync } from 'node:fs'
import pg from 'pg'

/** A node of a plan as `explain (analyze, format json)` tells it. */
export type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Actual Total Time': number
  'Rows Removed by Filter'?: number
  Plans?: PlanNode[]
}

/** From here on the database writes the plan of every statement, nested ones included, to its log. */
export const explainEverything = async (superuser: pg.ClientConfig) => {
  const client = new pg.Client(superuser)
  await client.connect()
  const set = {
    log_min_duration: '0',
    log_analyze: 'on',
    log_timing: 'on',
    log_nested_statements: 'on',
    log_format: 'json',
    log_parameter_max_length: '0',
  }
  for (const [name, value] of Object.entries(set))
    await client.query(`alter system set auto_explain.${name} = '${value}'`)
  await client.query('select pg_reload_conf()')
  await client.end()
}

/** Reads the plans that were written to a log since the last reading; each is the root of one statement. */
export const planReader = (log: string) => {
  let read = 0
  return (): PlanNode[] => {
    const text = readFileSync(log, 'utf8')
    const fresh = text.slice(read)
    read = text.length
    // Every line of an entry but its first begins with a tab.
    return [...fresh.matchAll(/plan:\n((?:\t.*\n?)+)/g)].map(([, json]) => JSON.parse(json!).Plan as PlanNode)
  }
}

/** The nodes of a plan that read a whole table of `tables`, each as one line. */
export const wholeReads = (node: PlanNode, tables: ReadonlySet<string>): string[] => {
  const here =
    node['Node Type'] === 'Seq Scan' && tables.has(node['Relation Name'] ?? '')
      ? [`${node['Node Type']} of ${node['Relation Name']} × ${node['Actual Loops']}`]
      : []
  return [...here, ...(node.Plans ?? []).flatMap((inner) => wholeReads(inner, tables))]
}
