import { csvOf } from '#platform/documents/csv.ts'
import type { Document } from '#platform/documents/document.ts'
import { docxOf } from '#platform/documents/docx.ts'
import type { Language } from '#platform/documents/format.ts'
import { htmlOf } from '#platform/documents/html.ts'
import { pdfOf } from '#platform/documents/press.ts'
import { xlsxOf } from '#platform/documents/xlsx.ts'
import { common } from '#platform/http/refusal.ts'
import type { Tell } from '../progress.ts'
import type { ReportContent } from './content.ts'
import { assemblyPaper, dataPaper, type Issue, reportPaper } from './paper.ts'

export type Wanted = {
  paper: 'report' | 'assembly' | 'data'
  format: 'pdf' | 'docx' | 'html' | 'xlsx' | 'csv'
  language: Language
}

const papers = { report: reportPaper, assembly: assemblyPaper, data: dataPaper }

/** A file of a report. Workbooks and CSV hold the tables of the paper; CSV only its first, which has every figure. */
export const fileOf = async (
  content: ReportContent,
  issue: Issue,
  { paper, format, language }: Wanted,
  tell: Tell = () => {},
): Promise<File> => {
  const tables = format === 'xlsx' || format === 'csv'
  const document = papers[tables ? 'data' : paper](content, language, issue)
  const edition = issue === 'draft' ? 'draft' : `v${issue.edition}`
  const name = `${content.award.code}-${content.period.id}-${paper}-${edition}-${language}.${format}`
  const bytes = await written(document, format, tell)
  return new File([new Uint8Array(bytes)], name.replaceAll(/[^\w.-]/g, '_'), { type: types[format] })
}

const written = async (document: Document, format: Wanted['format'], tell: Tell): Promise<Uint8Array> => {
  if (format === 'docx') return docxOf(document)
  if (format === 'html') return new TextEncoder().encode(htmlOf(document))
  if (format === 'xlsx') return xlsxOf(document)
  if (format === 'csv') return csvOf(document)[0]?.bytes ?? new Uint8Array()
  const made = await pdfOf(document, ({ done, figures }) =>
    tell({ doing: done < figures ? 'drawing' : 'setting', done, of: figures }),
  )
  // A sheet of one page whose words do not fit on it.
  if ('misfit' in made) throw common.refuse('too-large')
  return made.bytes
}

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
