import { createInterface } from 'node:readline'
import { complain, type Sentence } from '#platform/text/complaints.ts'
import type { Say } from '#platform/text/terminal.ts'
import type { Key } from '#platform/vault/keys.ts'
import { isSoundLine, type ReadSheet, readSheet, rebuilt } from '#platform/vault/sheets.ts'
import type { Undo } from '../run.ts'

/** Asks for one line; from a file or a pipe, takes the next one. */
export type Ask = (question: Sentence) => Promise<string>

export const asking = (say: Say, undo: Undo): Ask => {
  const input = createInterface({ input: process.stdin })
  undo.add(async () => input.close())
  const lines = input[Symbol.asyncIterator]()
  return async (question) => {
    say(question)
    const { value, done } = await lines.next()
    if (done) throw complain('no-answer')
    return value
  }
}

/** The master key from two of the three sheets, typed line by line or scanned whole. */
export const askForKey = async (say: Say, ask: Ask): Promise<Key> => {
  const one = await askForSheet(say, ask, 1)
  const other = await askForSheet(say, ask, 2)
  const result = await rebuilt(one, other)
  if ('problem' in result) throw complain(result.problem)
  return result.key
}

const askForSheet = async (say: Say, ask: Ask, number: number) => {
  const typed: string[] = []
  while (typed.length < 4) {
    const line = typed.length + 1
    const text = await ask({ es: `Hoja ${number}, renglón ${line}:`, en: `Sheet ${number}, line ${line}:` })
    const whole = readSheet(text)
    if (whole.readable) return whole
    if (isSoundLine(typed.length, text)) typed.push(text)
    else if (!process.stdin.isTTY) throw complain('sheet-line', { line })
    else
      say({
        es: `El renglón ${line} no coincide con su último grupo. Escríbelo otra vez.`,
        en: `Line ${line} does not agree with its last group. Type it again.`,
      })
  }
  return readable(readSheet(typed.join('')))
}

const readable = (sheet: ReadSheet) => {
  if (sheet.readable) return sheet
  throw sheet.line ? complain('sheet-line', { line: sheet.line }) : complain('sheet-length')
}
