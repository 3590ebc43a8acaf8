import { compareFiles, verifyFile } from '../node.ts'
import { foundText } from '../text/found.ts'
import { type Comparison, readingOf } from '../text/report.ts'
import { findBallot } from '../verify/find.ts'
import type { Verdict } from '../verify/report.ts'
import { type Command, commandOf } from './arguments.ts'
import { jsonOf, printed, progressLine } from './print.ts'
import { phrases, usage } from './texts.ts'

/** 0 sound, 1 refused, 2 unreadable or not asked properly. */
const exitCodes = { sound: 0, refused: 1, unreadable: 2 } as const

type Asked = Extract<Command, { kind: 'verify' }>
type Judgment = { readonly verdict: Verdict; readonly comparison?: Comparison }

const answer = async (command: Command): Promise<number> => {
  if (command.kind === 'verify') return verify(command)
  if (command.kind === 'help') console.log(usage[command.language])
  else console.error(usage[command.language])
  return command.kind === 'help' ? 0 : 2
}

const verify = async (asked: Asked): Promise<number> => {
  try {
    const judgment = await judge(asked)
    console.log(asked.json ? jsonFor(judgment, asked) : textFor(judgment, asked))
    return exitCodes[judgment.verdict.outcome]
  } catch (error) {
    const isFile = error instanceof Error && 'code' in error && 'path' in error
    const phrase = phrases[isFile ? 'unreadableFile' : 'fault'][asked.language]
    console.error(`${phrase}: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
}

/** Compares with the earlier copy first, which is quick, and verifies only what continues it. */
const judge = async ({ file, against, workers, json, language }: Asked): Promise<Judgment> => {
  const compared = against === undefined ? undefined : await compareFiles(against, file)
  if (compared && !compared.ok) return { verdict: { outcome: 'refused', refusal: compared.refusal } }
  const isWatched = process.stderr.isTTY && !json
  const verdict = await verifyFile(file, {
    ...(workers === undefined ? {} : { workers }),
    ...(isWatched
      ? { onProgress: (progress) => void process.stderr.write(progressLine(progress, language)) }
      : {}),
  })
  if (isWatched) process.stderr.write('\r\x1b[K')
  return compared ? { verdict, comparison: compared.value } : { verdict }
}

const textFor = ({ verdict, comparison }: Judgment, { find, language }: Asked): string => {
  const text = printed(readingOf(verdict, language, comparison))
  if (find === undefined || verdict.outcome !== 'sound') return text
  return `${text}\n\n${foundText(findBallot(verdict.verified, find), language)}`
}

const jsonFor = ({ verdict, comparison }: Judgment, { find }: Asked): string =>
  jsonOf(verdict, {
    ...(comparison ? { comparison } : {}),
    ...(find !== undefined && verdict.outcome === 'sound'
      ? { found: findBallot(verdict.verified, find) ?? null }
      : {}),
  })

/** The reader's language as the system states it; a system that states none ("C") gets Spanish. */
const localeOf = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string | undefined => {
  const stated = LC_ALL || LC_MESSAGES || LANG
  return process.platform === 'win32' && !stated ? Intl.DateTimeFormat().resolvedOptions().locale : stated
}

process.exitCode = await answer(commandOf(process.argv.slice(2), localeOf(process.env)))
