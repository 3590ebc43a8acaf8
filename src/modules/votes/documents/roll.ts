import { printable } from '#platform/documents/texts.ts'
import { inOrder } from '../rules.roll.ts'
import type { Voter } from '../schema.ts'
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
} from './facts.ts'

const listed = (voters: readonly Voter[]) =>
  inOrder(voters.filter(({ category }) => category === 'entitled')).map((voter, at) => ({
    ...voter,
    number: voter.number ?? at + 1,
  }))

/** The roll to post: number, name, section and table. CURP, telephone and address are never on it (LFT 365 Bis, 371 IX d). */
export const rollPaper = (facts: PaperFacts) => {
  const { language, tables, vote } = facts
  const t = teller(language)
  const title = t(`Padrón: ${vote.title}`, `Roll: ${vote.title}`)
  const rows = listed(facts.voters).map(({ number, name, section, mode, tableId }) => {
    const table = tables.find(({ id }) => id === tableId)
    const where = mode === 'remote' ? t('A distancia', 'Remote') : table ? String(table.number) : '—'
    return { cells: [number, printable(name), printable(section || '—'), where] }
  })
  return paper(facts, title, [
    letterhead(facts),
    heading(title),
    paragraph(`${longDayOf(facts, vote.opensAt)} · ${hoursOf(facts)}`),
    {
      block: 'table',
      caption: t(`Personas con derecho a votar: ${rows.length}`, `People entitled to vote: ${rows.length}`),
      columns: [
        { as: 'number', header: t('Núm.', 'No.') },
        { as: 'text', header: t('Nombre', 'Name'), rowHeader: true },
        { as: 'text', header: t('Sección', 'Section') },
        { as: 'text', header: t('Mesa', 'Table') },
      ],
      rows,
    },
    paragraph(
      t(
        'Quien no aparezca, o vea un error, puede inconformarse por escrito ante la comisión electoral.',
        'Whoever is missing, or sees an error, may object in writing before the electoral commission.',
      ),
    ),
    ...fingerprint(facts),
    commission(facts),
  ])
}

/** The sheet signed at one table by those who vote there on paper. It is kept on paper: nothing stored says who voted. */
export const signingSheet = (facts: PaperFacts) => {
  const { language, table, vote } = facts
  const t = teller(language)
  const title = t(`Lista para firmar, mesa ${table!.number}`, `Signing sheet, table ${table!.number}`)
  const own = listed(facts.voters).filter(({ tableId, mode }) => tableId === table!.id && mode === 'paper')
  return paper(facts, title, [
    letterhead(facts),
    heading(title),
    paragraph(`${longDayOf(facts, vote.opensAt)} · ${hoursOf(facts)} · ${table!.place}`),
    {
      block: 'table',
      caption: t(`Votan en esta mesa: ${own.length}`, `Vote at this table: ${own.length}`),
      columns: [
        { as: 'number', header: t('Núm.', 'No.') },
        { as: 'text', header: t('Nombre', 'Name'), rowHeader: true },
        { as: 'text', header: t('Firma o huella', 'Signature or thumbprint'), widthMm: 60 },
      ],
      rows: own.map(({ number, name }) => ({ cells: [number, printable(name), ''] })),
      grid: true,
      rowHeightMm: 11,
    },
    {
      block: 'fields',
      fields: [
        { field: 'comb', label: t('Firmas contadas al cierre', 'Signatures counted at the close'), cells: 5 },
      ],
    },
    ...fingerprint(facts),
  ])
}

const fingerprint = ({ vote, language }: PaperFacts) =>
  'rollHash' in vote.state
    ? [
        {
          block: 'paragraph' as const,
          size: 'small' as const,
          text: teller(language)(
            `Huella del padrón congelado (SHA-256): ${vote.state.rollHash}`,
            `Fingerprint of the frozen roll (SHA-256): ${vote.state.rollHash}`,
          ),
        },
      ]
    : []
