import type { BlockInput } from '#platform/documents/blocks.ts'
import { printable } from '#platform/documents/texts.ts'
import { blankIsNull } from '../rules.count.ts'
import {
  heading,
  hoursOf,
  letterhead,
  longDayOf,
  type PaperFacts,
  paper,
  paragraph,
  teller,
} from './facts.ts'

/** The acta by which a table opens: who is there, the material received, the urn shown empty, its seals (LFT 390 Bis III). */
export const openingActa = (facts: PaperFacts) => {
  const { table, language } = facts
  const t = teller(language)
  const title = t(`Acta de apertura, mesa ${table!.number}`, `Opening acta, table ${table!.number}`)
  return paper(facts, title, [
    ...above(facts, title),
    {
      block: 'fields',
      fields: [
        { field: 'comb', label: t('Hora en que se abre (HH MM)', 'Hour it opens (HH MM)'), cells: 4 },
        { field: 'comb', label: t('Boletas recibidas', 'Ballots received'), cells: 5 },
        {
          field: 'boxes',
          label: t('Antes de empezar', 'Before the start'),
          options: [
            t('La urna se mostró vacía a todas las personas', 'The urn was shown empty to everyone'),
            t('La mampara impide ver cómo se vota', 'The screen keeps the marking out of sight'),
            t('No hay gente de la empresa', 'Nobody from the company is present'),
          ],
        },
        { field: 'line', label: t('Sellos de la urna (números)', 'Seals of the urn (numbers)'), lines: 2 },
        { field: 'line', label: t('Incidentes', 'Incidents'), lines: 4 },
      ],
    },
    signing(facts),
  ])
}

/** The sheet on which two people count aloud, by fives, before they write the acta. */
export const tallySheet = (facts: PaperFacts) => {
  const { table, vote, language } = facts
  const t = teller(language)
  const title = t(`Hoja de conteo, mesa ${table!.number}`, `Tally sheet, table ${table!.number}`)
  return paper(facts, title, [
    ...above(facts, title),
    paragraph(rule(facts)),
    ...vote.questions.map(
      ({ text, choices }): BlockInput => ({
        block: 'table',
        caption: printable(text),
        columns: [
          { as: 'text', header: t('Opción', 'Choice'), rowHeader: true },
          { as: 'text', header: t('Marcas (de cinco en cinco)', 'Marks (by fives)'), widthMm: 95 },
          { as: 'text', header: t('Total', 'Total'), widthMm: 24 },
        ],
        rows: [...choices.map((choice) => printable(choice.text)), ...apart(facts), t('Suma', 'Sum')].map(
          (name) => ({
            cells: [name, '', ''],
          }),
        ),
        grid: true,
        rowHeightMm: 13,
      }),
    ),
    signing(facts),
  ])
}

/** The acta by which a table closes: turnout, ballots, the count of each question, incidents; refusing to sign does not void it. */
export const closingActa = (facts: PaperFacts) => {
  const { table, vote, language } = facts
  const t = teller(language)
  const title = t(
    `Acta de cierre y conteo, mesa ${table!.number}`,
    `Closing and counting acta, table ${table!.number}`,
  )
  return paper(facts, title, [
    ...above(facts, title),
    {
      block: 'fields',
      fields: [
        { field: 'comb', label: t('Hora en que cierra (HH MM)', 'Hour it closes (HH MM)'), cells: 4 },
        {
          field: 'line',
          label: t('Sellos al abrir la urna (números)', 'Seals when the urn is opened (numbers)'),
        },
        { field: 'comb', label: t('Boletas recibidas', 'Ballots received'), cells: 5 },
        { field: 'comb', label: t('Boletas que sobraron', 'Ballots left over'), cells: 5 },
        {
          field: 'comb',
          label: t('Personas que firmaron la lista', 'People who signed the sheet'),
          cells: 5,
        },
        { field: 'comb', label: t('Boletas en la urna', 'Ballots in the urn'), cells: 5 },
      ],
    },
    paragraph(rule(facts)),
    ...vote.questions.map(
      ({ text, choices }): BlockInput => ({
        block: 'table',
        caption: printable(text),
        columns: [
          { as: 'text', header: t('Opción', 'Choice'), rowHeader: true },
          { as: 'text', header: t('Con número', 'In figures'), widthMm: 30 },
          { as: 'text', header: t('Con letra', 'In words'), widthMm: 70 },
        ],
        rows: [...choices.map((choice) => printable(choice.text)), ...apart(facts), t('Suma', 'Sum')].map(
          (name) => ({
            cells: [name, '', ''],
          }),
        ),
        grid: true,
        rowHeightMm: 10,
      }),
    ),
    { block: 'fields', fields: [{ field: 'line', label: t('Incidentes', 'Incidents'), lines: 4 }] },
    paragraph(
      t(
        'Negarse a firmar no invalida esta acta. Toma una foto de cada hoja antes de guardarla.',
        'Refusing to sign does not void this acta. Photograph every sheet before putting it away.',
      ),
    ),
    signing(facts),
  ])
}

const above = (facts: PaperFacts, title: string): BlockInput[] => {
  const { table, vote, language } = facts
  const t = teller(language)
  return [
    letterhead(facts),
    heading(title),
    {
      block: 'details',
      items: [
        { term: t('Día', 'Day'), text: longDayOf(facts, vote.opensAt) },
        { term: t('Hora', 'Hour'), text: hoursOf(facts) },
        { term: t('Lugar', 'Place'), text: printable(table!.place) },
        {
          term: t('En la lista de esta mesa', 'On this table’s sheet'),
          text: String(facts.onPaper.get(table!.id) ?? 0),
        },
      ],
    },
  ]
}

const apart = ({ vote, language }: PaperFacts) => {
  const t = teller(language)
  return blankIsNull(vote.kind)
    ? [t('Nulos y en blanco', 'Null and blank')]
    : [t('En blanco', 'Blank'), t('Nulos', 'Null')]
}

const rule = ({ vote, language }: PaperFacts) => {
  const t = teller(language)
  return blankIsNull(vote.kind)
    ? t(
        'Se cuenta a la vista y en voz alta. En blanco o con más de una marca es nulo (LFT 390 Bis III).',
        'Count in sight and aloud. Blank or with more than one mark is null (LFT 390 Bis III).',
      )
    : t(
        'Se cuenta a la vista y en voz alta. Sin marca: en blanco. Con más de una marca, o si no se entiende: nulo.',
        'Count in sight and aloud. No mark: blank. More than one mark, or not understood: null.',
      )
}

const signing = ({ officers, table, language }: PaperFacts): BlockInput => {
  const t = teller(language)
  const roles = {
    president: t('Preside la mesa', 'Presides over the table'),
    secretary: t('Secretaría de la mesa', 'Secretary of the table'),
    teller: t('Escrutinio', 'Counter'),
    representative: t('Representación', 'Representative'),
    observer: t('Observación', 'Observer'),
    commission: t('Comisión electoral', 'Electoral commission'),
  }
  const here = officers.filter(({ tableId }) => tableId === table!.id)
  const lines = here.map(({ role, name, forWhom }) => ({
    role: printable(forWhom ? `${roles[role]}: ${forWhom}` : roles[role]),
    name: printable(name),
  }))
  const two = [
    { role: roles.president },
    { role: roles.secretary },
    { role: roles.teller },
    { role: roles.teller },
  ]
  return { block: 'signatures', lines: lines.length > 0 ? lines : two }
}
