// Time and memory of a quarter's progress report, beside the typesetter alone on the same pages, which no renderer of ours can beat.

import { claim } from '../scripts/claim.ts'
import { Document } from '../src/platform/documents/document.ts'
import { docxOf } from '../src/platform/documents/docx.ts'
import { htmlOf } from '../src/platform/documents/html.ts'
import { lay } from '../src/platform/documents/lay/lay.ts'
import { setPdf } from '../src/platform/documents/pdf.ts'
import { pdfOf } from '../src/platform/documents/press.ts'
import { xlsxOf } from '../src/platform/documents/xlsx.ts'
import { progressReport } from '../src/testing/documents/report.ts'

export const run = async () => {
  const document = Document.parse(progressReport())
  const before = megabytes()
  const { pages, seconds, told } = await printed(document)
  const peak = megabytes()
  const whole = await median(async () => setPdf(lay(document)))
  const laid = lay(document)
  const limit = await median(async () => setPdf(laid))
  console.log(
    `  ${pages} pages, ${told} steps of progress told; ${before} MB before, ${peak} MB at most after`,
  )
  console.log(`  processor: ${whole.toFixed(2)} s in all, ${limit.toFixed(2)} s of it the typesetter alone`)
  console.log(`  DOCX ${(await median(() => docxOf(document))).toFixed(2)} s`)
  console.log(`  HTML ${(await median(async () => htmlOf(document))).toFixed(2)} s`)
  console.log(`  XLSX ${(await median(() => xlsxOf(document))).toFixed(2)} s`)
  claim(
    'documents, memory of the first report, thread and fonts included',
    `${peak - before} MB`,
    '< 400 MB',
    peak - before < 400,
  )
  claim(
    'documents, ours and the typesetter against it alone',
    `${(whole / limit).toFixed(2)} ×`,
    '≤ 2 ×',
    whole <= 2 * limit,
  )
  claim(
    `documents, report of ${pages} pages as PDF, the first one of a server`,
    `${seconds.toFixed(2)} s`,
    '< 5 s',
    pages >= 40 && seconds < 5,
  )
}

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024)

const printed = async (document: Document) => {
  let told = 0
  const started = performance.now()
  const made = await pdfOf(document, () => {
    told += 1
  })
  if ('misfit' in made) throw new Error(JSON.stringify(made))
  return { pages: made.pages, seconds: (performance.now() - started) / 1000, told }
}

/** The middle of five, in seconds of processor, after one to warm up. */
const median = async (work: () => Promise<unknown>): Promise<number> => {
  const spent: number[] = []
  for (let round = 0; round < 6; round++) {
    const started = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(started)
    if (round > 0) spent.push((user + system) / 1e6)
  }
  return spent.sort((a, b) => a - b)[2]!
}
