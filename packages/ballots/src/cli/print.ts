import type { Language } from '../text/language.ts'
import type { Comparison, Reading } from '../text/report.ts'
import type { FoundBallot } from '../verify/find.ts'
import type { Finding, Progress } from '../verify/report.ts'
import { phrases } from './texts.ts'

const marks = { sound: '✔', refused: '✘', unreadable: '?' } as const

/** A reading as plain text for a terminal. */
export const printed = ({ outcome, title, summary, sections }: Reading): string =>
  [
    `${marks[outcome]} ${title.toLocaleUpperCase()}`,
    `  ${summary}`,
    ...sections.flatMap((section) => ['', section.title, ...section.lines.map((line) => `  ${line}`)]),
  ].join('\n')

/** A verdict for programs: one JSON object, whose keys stay the same from version to version. */
export const jsonOf = (
  finding: Finding,
  more: { readonly comparison?: Comparison; readonly found?: FoundBallot | null },
): string =>
  JSON.stringify(
    finding.outcome === 'sound'
      ? { outcome: finding.outcome, report: finding.report, ...more }
      : { outcome: finding.outcome, refusal: finding.refusal },
    undefined,
    2,
  )

/** One line that replaces itself as the work goes on. */
export const progressLine = ({ credentials, ballots }: Progress, language: Language): string => {
  const count = new Intl.NumberFormat(language === 'es' ? 'es-MX' : 'en')
  return `\r\x1b[K${count.format(credentials)} ${phrases.credentials[language]} · ${count.format(ballots)} ${phrases.ballots[language]}`
}
