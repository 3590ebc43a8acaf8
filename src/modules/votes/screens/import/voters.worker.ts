import { readTableFile } from '#platform/text/rows.file.ts'
import { readText, type Table } from '#platform/text/rows.ts'
import { comesIn, type RollColumns, type RollRow, rollRows, withHeadings } from '../../rules.import.ts'
import type { Voter, VoteTable } from '../../schema.ts'

/** What the screen asks: to read a file or a text, then to say what its columns hold. The rows stay in this thread. */
export type VotersAsked =
  | { ask: 'file'; file: File }
  | { ask: 'text'; text: string }
  | {
      ask: 'prepare'
      columns: RollColumns
      where: Pick<Voter, 'mode' | 'tableId'> & { tables: readonly VoteTable[]; english: boolean }
    }

export type VotersTold =
  | { answer: 'table'; headers: string[]; count: number; sample: string[][] }
  | { answer: 'prepared'; voters: RollRow['voter'][]; lines: number[]; faults: RollRow[] }
  | { answer: 'failed'; reason: 'too_large' | 'unreadable' | 'empty' }

let table: Table = { headers: [], rows: [] }

const answerTo = async (asked: VotersAsked): Promise<VotersTold> => {
  if (asked.ask === 'prepare') {
    const rows = rollRows(table, asked.columns, asked.where, () => crypto.randomUUID())
    const good = rows.filter(comesIn)
    return {
      answer: 'prepared',
      voters: good.map(({ voter }) => voter),
      lines: good.map(({ line }) => line),
      faults: rows.filter(({ fault }) => fault !== null),
    }
  }
  const found = asked.ask === 'text' ? { table: readText(asked.text) } : await readTableFile(asked.file)
  if (found === 'too_large') return { answer: 'failed', reason: found }
  table = withHeadings(found.table)
  if (table.rows.length === 0) return { answer: 'failed', reason: 'empty' }
  return {
    answer: 'table',
    headers: table.headers,
    count: table.rows.length,
    sample: table.rows.slice(0, 4),
  }
}

addEventListener('message', async ({ data }: MessageEvent<VotersAsked>) => {
  try {
    postMessage(await answerTo(data))
  } catch {
    postMessage({ answer: 'failed', reason: 'unreadable' } satisfies VotersTold)
  }
})
