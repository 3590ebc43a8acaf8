import type { DocumentInput } from '#platform/documents/document.ts'
import type { PaperKind } from '../words.ts'
import { ballotsPaper } from './ballots.ts'
import { callPaper, posterPaper } from './call.ts'
import type { PaperFacts } from './facts.ts'
import { authorityNotice, filingList, resultNotice } from './notices.ts'
import { finalActa, resultsPaper } from './results.ts'
import { rollPaper, signingSheet } from './roll.ts'
import { closingActa, openingActa, tallySheet } from './table.ts'

type Needs = { names?: true; table?: true; frozen?: true; result?: true }

/** What each paper is made by, and what it needs: the roll's names, one table, the frozen roll, the concluded result. */
export const papers: Readonly<
  Record<PaperKind, Needs & { make: (facts: PaperFacts) => DocumentInput; file: string }>
> = {
  call: { make: callPaper, file: 'convocatoria' },
  poster: { make: posterPaper, file: 'cartel' },
  roll: { make: rollPaper, file: 'padron', names: true },
  authority_notice: { make: authorityNotice, file: 'aviso' },
  ballots: { make: ballotsPaper, file: 'boletas', frozen: true },
  signing_sheet: { make: signingSheet, file: 'lista-para-firmar', names: true, table: true, frozen: true },
  opening_acta: { make: openingActa, file: 'acta-de-apertura', table: true, frozen: true },
  tally_sheet: { make: tallySheet, file: 'hoja-de-conteo', table: true, frozen: true },
  closing_acta: { make: closingActa, file: 'acta-de-cierre', table: true, frozen: true },
  results: { make: resultsPaper, file: 'resultado', result: true },
  final_acta: { make: finalActa, file: 'acta-de-resultados', result: true },
  result_notice: { make: resultNotice, file: 'aviso-de-resultado', result: true },
  filing_list: { make: filingList, file: 'lista-de-papeles' },
}
