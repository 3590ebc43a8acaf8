import type { BlockInput } from '#platform/documents/blocks.ts'
import { printable } from '#platform/documents/texts.ts'
import { blankIsNull } from '../rules.count.ts'
import type { Question } from '../schema.ts'
import { longDayOf, type PaperFacts, paper, teller } from './facts.ts'

/**
 * Ballots, as many as vote on paper at the table (or everywhere) and one in twenty to spare, printed on both sides. Each says
 * municipality and state, the post, and of each slate its emblem, color and full names; behind, two of the commission sign (LFT
 * 371 IX e). Those of a vote between unions bear a folio, which nothing joins to a person (390 Bis III).
 */
export const ballotsPaper = (facts: PaperFacts) => {
  const { vote, language } = facts
  const t = teller(language)
  const voters = facts.table
    ? (facts.onPaper.get(facts.table.id) ?? 0)
    : [...facts.onPaper.values()].reduce((sum, n) => sum + n, 0)
  const count = Math.max(1, Math.ceil(voters * 1.05))
  const numbered = vote.kind === 'representation_vote'
  const names = facts.slates.reduce((sum, { candidates }) => sum + candidates.length, 0)
  const rows = vote.questions.length > 1 || names > 24 ? 1 : 2
  const slip = (n: number) => ({
    front: [
      [
        ...head(facts),
        ...(numbered ? [folio(n, t)] : []),
        ...vote.questions.flatMap((one) => asked(facts, one)),
      ],
    ],
    back: [behind(facts)],
  })
  return paper(facts, t(`Boletas: ${vote.title}`, `Ballots: ${vote.title}`), [], {
    sections: [
      { layout: 'slips', columns: 1, rows, slips: Array.from({ length: count }, (_, at) => slip(at + 1)) },
    ],
  })
}

const folio = (n: number, t: ReturnType<typeof teller>): BlockInput => ({
  block: 'paragraph',
  size: 'small',
  align: 'end',
  text: t(`Folio ${n}`, `No. ${n}`),
})

const head = (facts: PaperFacts): BlockInput[] => {
  const { union, vote, language } = facts
  const t = teller(language)
  const place = [vote.municipality, t(`estado ${vote.stateCode}`, `state ${vote.stateCode}`)]
    .filter(Boolean)
    .join(', ')
  return [
    {
      block: 'columns',
      columns: [
        {
          share: 2,
          blocks: [
            { block: 'paragraph', text: [{ strong: printable(vote.title) }, `\n${printable(union)}`] },
          ],
        },
        {
          blocks: [
            {
              block: 'paragraph',
              align: 'end',
              text: `${printable(place)}\n${longDayOf(facts, vote.opensAt)}`,
            },
          ],
        },
      ],
    },
    {
      block: 'paragraph',
      size: 'small',
      text: blankIsNull(vote.kind)
        ? t(
            'Marca una sola opción. En blanco o con más de una marca, el voto es nulo.',
            'Mark one choice only. Blank or with more than one mark, the vote is null.',
          )
        : t('Marca una sola opción en cada pregunta.', 'Mark one choice only in each question.'),
    },
  ]
}

const asked = ({ slates, emblems }: PaperFacts, { id, text, kind, choices }: Question): BlockInput[] => {
  const own = slates.filter(({ questionId }) => questionId === id)
  const options =
    kind === 'slates'
      ? own.map(({ name, color, colorName, candidates, emblemFileId }) => ({
          title: printable(name),
          lines: candidates.map(({ post, name }) => printable(`${post}: ${name}`)),
          color: { hex: color, name: printable(colorName) },
          ...emblemOf(emblems, emblemFileId, name),
        }))
      : choices.map((choice) => ({ title: printable(choice.text) }))
  const title: BlockInput = { block: 'paragraph', text: [{ strong: printable(text) }] }
  const columns = options.length > 1 && options.length <= 3 ? options.length : options.length > 3 ? 3 : 1
  return options.length === 0 ? [title] : [title, { block: 'options', columns, options }]
}

const emblemOf = (emblems: PaperFacts['emblems'], fileId: string | null, name: string) => {
  const picture = fileId ? emblems.get(fileId) : undefined
  return picture ? { emblem: { picture, alt: printable(name) } } : {}
}

const behind = ({ language }: PaperFacts): BlockInput[] => {
  const t = teller(language)
  const role = t('Comisión electoral', 'Electoral commission')
  return [
    {
      block: 'paragraph',
      text: t(
        'Reverso: dos firmas de la comisión electoral, puestas antes de abrir la votación.',
        'Back: two signatures of the electoral commission, put before the vote opens.',
      ),
    },
    { block: 'signatures', lines: [{ role }, { role }], spaceMm: 12 },
  ]
}
