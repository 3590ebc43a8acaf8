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

/** The convocatoria: day, hour, place and what is voted on, for the handwritten signatures of who may call (LFT 371 IX b, 390 Ter I). */
export const callPaper = (facts: PaperFacts) => {
  const t = teller(facts.language)
  const { title } = facts.vote
  return paper(facts, t(`Convocatoria: ${title}`, `Notice of call: ${title}`), [
    letterhead(facts),
    heading(t(`Convocatoria: ${title}`, `Notice of call: ${title}`)),
    {
      block: 'paragraph',
      size: 'lead',
      text: t(
        'Se convoca a todas las personas con derecho a votar. El voto es personal, libre, directo y secreto.',
        'Everyone entitled to vote is called. The vote is personal, free, direct and secret.',
      ),
    },
    whenAndWhere(facts),
    ...questions(facts),
    heading(t('Cómo se vota', 'How to vote'), 2),
    {
      block: 'list',
      ordered: true,
      items: [
        t(
          'Vota quien está en el padrón y muestra una identificación oficial.',
          'Whoever is on the roll and shows official identification votes.',
        ),
        t(
          'Quien no aparezca en el padrón, o vea un error, puede inconformarse por escrito ante la comisión electoral.',
          'Whoever is not on the roll, or sees an error, may object in writing before the electoral commission.',
        ),
        t(
          'Nadie vota por otra persona. Nadie puede pedirte que digas cómo votaste.',
          'Nobody votes for someone else. Nobody may ask you how you voted.',
        ),
        t(
          'Las urnas se muestran vacías antes de empezar. El conteo es público y el resultado se fija al terminar.',
          'Urns are shown empty before the start. The count is public and the result is posted when it ends.',
        ),
      ],
    },
    unreviewed(facts),
    commission(facts),
  ])
}

const whenAndWhere = (facts: PaperFacts): BlockInput => {
  const { vote, tables, language } = facts
  const t = teller(language)
  const places = tables.map(({ number, place }) => t(`Mesa ${number}: ${place}`, `Table ${number}: ${place}`))
  const where = [vote.place, ...places].filter(Boolean).join('\n')
  return {
    block: 'details',
    items: [
      { term: t('Día', 'Day'), text: longDayOf(facts, vote.opensAt) },
      { term: t('Hora', 'Hour'), text: hoursOf(facts) },
      { term: t('Lugar', 'Place'), text: printable(where || '—') },
      { term: t('Municipio', 'Municipality'), text: printable(vote.municipality || '—') },
    ],
  }
}

const questions = ({ vote, language }: PaperFacts): BlockInput[] => {
  const t = teller(language)
  const written = vote.questions.map(({ text, choices, kind }) => ({
    text: printable(text),
    items:
      kind === 'slates'
        ? [t('Por planillas registradas.', 'By registered slates.')]
        : choices.map((choice) => printable(choice.text)),
  }))
  const attached = vote.textFileId
    ? [
        paragraph(
          t(
            'El texto completo que se vota está a la vista de todas las personas y se entrega junto con esta convocatoria.',
            'The full text voted on is within everyone’s reach and is handed out with this notice.',
          ),
        ),
      ]
    : []
  return [heading(t('Qué se vota', 'What is voted on'), 2), { block: 'list', items: written }, ...attached]
}

/** A poster in plain words, to be read from two meters. */
export const posterPaper = (facts: PaperFacts) => {
  const { vote, language } = facts
  const t = teller(language)
  return paper(
    facts,
    t(`Vota: ${vote.title}`, `Vote: ${vote.title}`),
    [
      heading(t('Tu voto es secreto', 'Your vote is secret')),
      { block: 'paragraph', size: 'display', text: printable(vote.title) },
      whenAndWhere(facts),
      {
        block: 'list',
        items: [
          t('Trae tu identificación.', 'Bring your identification.'),
          t('Nadie puede ver ni preguntar cómo votas.', 'Nobody may see or ask how you vote.'),
          t(
            'Si la empresa te presiona, guarda la prueba y avisa a la comisión electoral.',
            'If the company pressures you, keep the proof and tell the electoral commission.',
          ),
          t('El conteo es público: puedes quedarte a verlo.', 'The count is public: you may stay and watch.'),
        ],
      },
    ],
    { page: { type: 'large' }, running: { numbers: false } },
  )
}
