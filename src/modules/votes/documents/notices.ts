import type { BlockInput } from '#platform/documents/blocks.ts'
import { printable } from '#platform/documents/texts.ts'
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

const authority = (t: ReturnType<typeof teller>) =>
  t(
    'Centro Federal de Conciliación y Registro Laboral. Presente.',
    'To the Federal Center for Conciliation and Labor Registration.',
  )

/** The notice that the vote will be held, with day, hour, place and the attached text (LFT 390 Ter I). */
export const authorityNotice = (facts: PaperFacts) => {
  const { vote, union, language } = facts
  const t = teller(language)
  const title = t('Aviso de votación', 'Notice of a vote')
  return paper(facts, title, [
    letterhead(facts),
    heading(title),
    paragraph(authority(t)),
    paragraph(
      t(
        `${union} avisa que se llevará a cabo la votación «${vote.title}», por voto personal, libre y secreto.`,
        `${union} gives notice that the vote “${vote.title}” will be held, by personal, free and secret ballot.`,
      ),
    ),
    where(facts),
    ...(vote.textFileId
      ? [paragraph(t('Se anexa el texto que se somete a votación.', 'The text put to the vote is attached.'))]
      : []),
    unreviewed(facts),
    signer(facts),
  ])
}

/** The report of the result, under oath: roll, turnout, yes, no, null (LFT 390 Ter II f, 377 II). */
export const resultNotice = (facts: PaperFacts) => {
  const { vote, language } = facts
  const t = teller(language)
  const { covered, paperVoted, electronicVoted, tallies, outcomes } = vote.result!
  const title = t('Aviso del resultado', 'Report of the result')
  return paper(facts, title, [
    letterhead(facts),
    heading(title),
    paragraph(authority(t)),
    paragraph(
      t(
        'Bajo protesta de decir verdad, se informa el resultado de la votación:',
        'Under oath, the result of the vote is reported:',
      ),
    ),
    where(facts),
    {
      block: 'details',
      items: [
        { term: t('Padrón', 'Roll'), text: String(covered) },
        { term: t('Votaron', 'Voted'), text: String(paperVoted + electronicVoted) },
        ...tallies.flatMap(({ choices, blank, nulled }) => [
          ...choices.map(({ text, total }) => ({ term: printable(text), text: String(total) })),
          { term: t('En blanco', 'Blank'), text: String(blank) },
          { term: t('Nulos', 'Null'), text: String(nulled) },
        ]),
      ],
    },
    ...outcomes.flatMap(({ says }) => says.map((one) => paragraph(one[language]))),
    unreviewed(facts),
    signer(facts),
  ])
}

const where = (facts: PaperFacts): BlockInput => {
  const { vote, language } = facts
  const t = teller(language)
  return {
    block: 'details',
    items: [
      { term: t('Día', 'Day'), text: longDayOf(facts, vote.opensAt) },
      { term: t('Hora', 'Hour'), text: hoursOf(facts) },
      {
        term: t('Lugar', 'Place'),
        text: printable([vote.place, vote.municipality].filter(Boolean).join(', ') || '—'),
      },
    ],
  }
}

const signer = ({ language }: PaperFacts): BlockInput => ({
  block: 'signatures',
  lines: [{ role: teller(language)('Secretaría general', 'General secretary') }],
})

/** What is filed, with which papers, by which article, and what is already done. */
export const filingList = (facts: PaperFacts) => {
  const { language, papers } = facts
  const t = teller(language)
  const title = t('Lista de papeles y avisos', 'List of papers and notices')
  return paper(facts, title, [
    letterhead(facts),
    heading(title),
    {
      block: 'table',
      caption: t('Pasos, papeles y artículos', 'Steps, papers and articles'),
      columns: [
        { as: 'text', header: t('Paso', 'Step'), rowHeader: true },
        { as: 'text', header: t('Papeles', 'Papers') },
        { as: 'text', header: t('Artículo', 'Article') },
        { as: 'text', header: t('Hecho', 'Done'), widthMm: 26 },
      ],
      rows: papers.map(({ title, article, papers, on }) => ({
        cells: [
          printable(title[language]),
          printable(papers.map((one) => one[language]).join('; ') || '—'),
          printable(article),
          on ?? '',
        ],
      })),
      grid: true,
    },
    unreviewed(facts),
    commission(facts),
  ])
}
