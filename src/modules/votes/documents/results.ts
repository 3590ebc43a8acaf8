import type { BlockInput } from '#platform/documents/blocks.ts'
import { printable } from '#platform/documents/texts.ts'
import type { JoinedTally, Question, Result } from '../schema.ts'
import {
  commission,
  heading,
  hoursOf,
  letterhead,
  longDayOf,
  type PaperFacts,
  paper,
  paragraph,
  teller,
  unreviewed,
} from './facts.ts'

const percent = (part: number, whole: number) =>
  whole === 0 ? '—' : `${Math.round((part * 1000) / whole) / 10} %`

/** The result to post at the workplace and in the hall (LFT 390 Ter II e). */
export const resultsPaper = (facts: PaperFacts) => {
  const { vote, language } = facts
  const t = teller(language)
  const result = vote.result!
  const title = t(`Resultado: ${vote.title}`, `Result: ${vote.title}`)
  return paper(facts, title, [
    letterhead(facts),
    heading(title),
    paragraph(longDayOf(facts, vote.opensAt)),
    turnout(result, t),
    ...decided(facts, result),
    commission(facts),
  ])
}

const turnout = (
  { covered, paperVoted, electronicVoted }: Result,
  t: ReturnType<typeof teller>,
): BlockInput => {
  const voted = paperVoted + electronicVoted
  return {
    block: 'numbers',
    items: [
      { value: String(voted), label: t('personas votaron', 'people voted') },
      { value: String(covered), label: t('podían votar', 'were entitled to vote') },
      { value: percent(voted, covered), label: t('participación', 'turnout') },
    ],
  }
}

const decided = ({ vote, language }: PaperFacts, { tallies, outcomes }: Result): BlockInput[] =>
  vote.questions.flatMap((question, at): BlockInput[] => [
    tallyTable(question, tallies[at]!, teller(language)),
    { block: 'notice', tone: 'note', text: outcomes[at]!.says.map((says) => printable(says[language])) },
  ])

const tallyTable = ({ text }: Question, tally: JoinedTally, t: ReturnType<typeof teller>): BlockInput => ({
  block: 'table',
  caption: printable(text),
  columns: [
    { as: 'text', header: t('Opción', 'Choice'), rowHeader: true },
    { as: 'number', header: t('En papel', 'On paper') },
    { as: 'number', header: t('Electrónico', 'Electronic') },
    { as: 'number', header: t('Total', 'Total') },
  ],
  rows: [
    ...tally.choices.map(({ text, paper, electronic, total }) => ({
      cells: [printable(text), paper, electronic, total],
    })),
    { cells: [t('En blanco', 'Blank'), null, null, tally.blank] },
    { cells: [t('Nulos', 'Null'), null, null, tally.nulled] },
    { cells: [t('Suma', 'Sum'), null, null, tally.cast], total: true as const },
  ],
})

/** The acta of the whole vote: urn by urn with the fingerprints of the photographed actas, the electronic box, the outcome. */
export const finalActa = (facts: PaperFacts) => {
  const { vote, language } = facts
  const t = teller(language)
  const result = vote.result!
  const title = t(`Acta de resultados: ${vote.title}`, `Acta of results: ${vote.title}`)
  const rollHash = 'rollHash' in vote.state ? vote.state.rollHash : ''
  return paper(facts, title, [
    letterhead(facts),
    heading(title),
    paragraph(`${longDayOf(facts, vote.opensAt)} · ${hoursOf(facts)} · ${vote.place}`),
    turnout(result, t),
    {
      block: 'table',
      caption: t('Urna por urna', 'Urn by urn'),
      columns: [
        { as: 'text', header: t('Mesa', 'Table'), rowHeader: true },
        { as: 'number', header: t('Firmaron', 'Signed') },
        { as: 'number', header: t('Boletas', 'Ballots') },
        ...vote.questions.flatMap(({ choices }) =>
          choices.map(({ text }) => ({ as: 'number' as const, header: printable(text) })),
        ),
      ],
      rows: result.urns.map(({ number, place, signed, ballots, tallies }) => ({
        cells: [
          printable(`${number} · ${place}`),
          signed,
          ballots,
          ...vote.questions.flatMap(({ id, choices }) =>
            choices.map((choice) =>
              votesOf(
                tallies.find(({ questionId }) => questionId === id),
                choice.id,
              ),
            ),
          ),
        ],
      })),
    },
    ...setAside(facts, result),
    ...decided(facts, result),
    heading(t('Huellas', 'Fingerprints'), 2),
    {
      block: 'list',
      items: [
        t(`Padrón congelado: ${rollHash}`, `Frozen roll: ${rollHash}`),
        ...result.urns.flatMap(({ number, actas }) =>
          actas.map((digest) =>
            t(
              `Foto del acta de la mesa ${number}: ${digest}`,
              `Photo of the acta of table ${number}: ${digest}`,
            ),
          ),
        ),
        ...(result.archiveDigest
          ? [t(`Archivo electrónico: ${result.archiveDigest}`, `Electronic archive: ${result.archiveDigest}`)]
          : []),
      ],
    },
    unreviewed(facts),
    commission(facts),
  ])
}

/** Counts that two leaders set aside, each with what it said: whoever reads the acta judges whether they did well. */
const setAside = ({ vote, language }: PaperFacts, { urns }: Result): BlockInput[] => {
  const t = teller(language)
  return urns.flatMap(({ number, setAside }) =>
    setAside.map(({ reason, count: { signed, ballots, tallies } }): BlockInput => {
      const said = vote.questions.flatMap(({ id, choices }) => {
        const tally = tallies.find(({ questionId }) => questionId === id)
        return choices.map((choice) => `${choice.text} ${votesOf(tally, choice.id)}`)
      })
      return {
        block: 'notice',
        tone: 'note',
        text: [
          printable(
            t(
              `Mesa ${number}: dos personas de la dirección dejaron aparte un conteo que no coincidía con los demás. Motivo: ${reason}`,
              `Table ${number}: two leaders set aside a count that did not agree with the others. Reason: ${reason}`,
            ),
          ),
          printable(
            t(
              `Ese conteo decía: ${signed} firmas, ${ballots} boletas; ${said.join(', ')}.`,
              `That count said: ${signed} signatures, ${ballots} ballots; ${said.join(', ')}.`,
            ),
          ),
        ],
      }
    }),
  )
}

const votesOf = (tally: Result['urns'][number]['tallies'][number] | undefined, choiceId: string) =>
  tally?.votes.find((one) => one.choiceId === choiceId)?.votes ?? 0
