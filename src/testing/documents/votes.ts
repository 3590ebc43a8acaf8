import type { BlockInput } from '#platform/documents/blocks.ts'
import type { DocumentInput } from '#platform/documents/document.ts'
import { emblem } from './emblem.ts'

export const union = 'Sindicato Independiente de Trabajadoras y Trabajadores de Autopartes del Bajío'
export const day = '2026-11-03'
const place = 'Silao de la Victoria, Guanajuato'
const letterhead: BlockInput = {
  block: 'letterhead',
  name: union,
  lines: [place, 'Comisión electoral'],
  emblem: { picture: emblem('gear'), alt: 'Emblema del sindicato: un engrane' },
}
const commission = [
  { role: 'Presidencia de la comisión electoral', name: 'Ximena Robledo Arce' },
  { role: 'Secretaría de la comisión electoral', name: 'Fausto Zendejas Pliego' },
]

/** The notice that calls an election. */
export const convocatoria = (): DocumentInput => ({
  language: 'es',
  title: 'Convocatoria para elegir al comité ejecutivo',
  by: union,
  day,
  opening: { opening: 'none' },
  sections: [
    {
      layout: 'flow',
      blocks: [
        letterhead,
        { block: 'heading', level: 1, text: 'Convocatoria para elegir al comité ejecutivo 2026–2030' },
        {
          block: 'paragraph',
          size: 'lead',
          text: 'Se convoca a todas las personas afiliadas con derecho a voto. El voto es personal, libre, directo y secreto.',
        },
        {
          block: 'details',
          items: [
            { term: 'Día', text: 'Domingo 22 de noviembre de 2026' },
            { term: 'Hora', text: 'De 6:00 a 18:00 horas, para cubrir los tres turnos' },
            { term: 'Lugar', text: 'Salón sindical, calle Pípila 118, Silao de la Victoria' },
            {
              term: 'Se elige',
              text: 'Comité ejecutivo completo, por planillas, para un periodo de cuatro años',
            },
            { term: 'Para votar', text: 'Estar en el padrón y mostrar identificación oficial' },
          ],
        },
        { block: 'heading', level: 2, text: 'Bases' },
        {
          block: 'list',
          ordered: true,
          items: [
            'El registro de planillas está abierto del 4 al 10 de noviembre, de 14:00 a 19:00 horas, en el salón sindical.',
            'Cada planilla presenta nombre, emblema, color y candidaturas completas, en proporción de género con el padrón.',
            'El padrón se publica el 12 de noviembre. Quien no aparezca puede pedir que se le incluya hasta el 17 de noviembre.',
            [
              'La votación es en urnas transparentes, con mamparas. ',
              { strong: 'Nadie puede votar por otra persona.' },
            ],
            'El escrutinio es público y se hace al cerrar la votación; el resultado se fija ese mismo día.',
          ],
        },
        {
          block: 'notice',
          tone: 'warning',
          title: 'Sin revisión de abogado',
          text: [
            'Esta convocatoria sigue las reglas que conoce el programa. Pide a una persona abogada que la revise antes de publicarla.',
          ],
        },
        { block: 'signatures', lines: commission },
      ],
    },
  ],
})

const slates = [
  {
    title: 'Planilla Unidad',
    emblem: { picture: emblem('star'), alt: 'Emblema: una estrella' },
    color: { hex: '#7a1f2b', name: 'Guinda' },
  },
  {
    title: 'Planilla Dignidad Obrera',
    emblem: { picture: emblem('fist'), alt: 'Emblema: un puño' },
    color: { hex: '#1d5f8a', name: 'Azul' },
  },
  {
    title: 'Planilla Cambio',
    emblem: { picture: emblem('gear'), alt: 'Emblema: un engrane' },
    color: { hex: '#f2c318', name: 'Amarillo' },
  },
]
const candidates = [
  'Secretaría general: Adela Montúfar Cid',
  'Trabajo y conflictos: Bruno Olvera Tapia',
  'Organización: Celia Pacheco Ruan',
  'Finanzas: Darío Quiroz Beltrán',
]

/** Ballots, two on a sheet, printed on both sides; behind each, two signatures of the commission. */
export const ballots = (count = 4): DocumentInput => ({
  language: 'es',
  title: 'Boletas para elegir al comité ejecutivo',
  by: union,
  day,
  opening: { opening: 'none' },
  sections: [
    {
      layout: 'slips',
      columns: 1,
      rows: 2,
      slips: Array.from({ length: count }, () => ({ front: [ballotFront()], back: [ballotBack()] })),
    },
  ],
})

const ballotFront = (): BlockInput[] => [
  {
    block: 'columns',
    columns: [
      {
        share: 2,
        blocks: [
          { block: 'paragraph', text: [{ strong: 'Boleta · Comité ejecutivo 2026–2030' }, `\n${union}`] },
        ],
      },
      { blocks: [{ block: 'paragraph', align: 'end', text: `${place}\n22 de noviembre de 2026` }] },
    ],
  },
  {
    block: 'paragraph',
    size: 'small',
    text: 'Marca un solo círculo. Si marcas más de uno o ninguno, el voto es nulo.',
  },
  { block: 'options', columns: 3, options: slates.map((slate) => ({ ...slate, lines: candidates })) },
]

const ballotBack = (): BlockInput[] => [
  {
    block: 'paragraph',
    text: [
      { strong: 'Reverso' },
      ' · Dos firmas de la comisión electoral, puestas antes de abrir la votación',
    ],
  },
  { block: 'space', height: 'rest' },
  { block: 'signatures', lines: commission },
]

/** The roll as published: no more than the law publishes. */
export const roll = (voters = 120): DocumentInput => ({
  language: 'es',
  title: 'Padrón de personas con derecho a voto',
  by: union,
  day,
  running: {
    head: { start: 'Padrón · elección del 22 de noviembre de 2026', end: 'Mesa 3' },
    foot: 'Huella del padrón: 4f1c 9a77 20be 51d0',
  },
  opening: {
    opening: 'title',
    kicker: union,
    subtitle: 'Elección del comité ejecutivo, 22 de noviembre de 2026',
  },
  sections: [
    {
      layout: 'flow',
      blocks: [
        {
          block: 'table',
          caption: `Mesa 3, ${voters} personas`,
          grid: true,
          rowHeightMm: 9,
          columns: [
            { as: 'number', header: 'Núm.' },
            { as: 'text', header: 'Nombre', rowHeader: true },
            { as: 'text', header: 'Área' },
            { as: 'text', header: 'Firma o huella', widthMm: 55 },
          ],
          rows: Array.from({ length: voters }, (_, at) => ({
            cells: [
              at + 1,
              `Apellido${at % 37} Materno${at % 23}, Nombre${at % 29}`,
              ['Pintura', 'Ensamble', 'Almacén'][at % 3]!,
              '',
            ],
          })),
        },
      ],
    },
  ],
})

/** The acta that closes a table, with the tally to fill by hand. */
export const acta = (): DocumentInput => ({
  language: 'es',
  title: 'Acta de cierre y escrutinio, mesa 3',
  by: union,
  day,
  opening: { opening: 'none' },
  sections: [
    {
      layout: 'flow',
      blocks: [
        letterhead,
        { block: 'heading', level: 1, text: 'Acta de cierre y escrutinio, mesa 3' },
        {
          block: 'paragraph',
          text: 'En Silao de la Victoria, Guanajuato, a las ____ horas del 22 de noviembre de 2026, la mesa cierra la votación y cuenta los votos en voz alta, ante quienes firman.',
        },
        {
          block: 'fields',
          fields: [
            { field: 'comb', label: 'Votantes del padrón que firmaron', cells: 4 },
            { field: 'comb', label: 'Boletas sobrantes, inutilizadas', cells: 4 },
            { field: 'boxes', label: 'La urna se mostró vacía al abrir', options: ['Sí', 'No'] },
            { field: 'line', label: 'Incidentes', lines: 3 },
          ],
        },
        {
          block: 'table',
          caption: 'Votos contados',
          grid: true,
          rowHeightMm: 10,
          columns: [
            { as: 'text', header: 'Opción', rowHeader: true },
            { as: 'text', header: 'Con número', widthMm: 32 },
            { as: 'text', header: 'Con letra', widthMm: 70 },
          ],
          rows: [...slates.map(({ title }) => title), 'Votos nulos', 'Total en la urna'].map((title) => ({
            cells: [title, '', ''],
          })),
        },
        {
          block: 'keep',
          blocks: [
            { block: 'paragraph', text: 'Negarse a firmar no invalida el acta.' },
            {
              block: 'signatures',
              columns: 3,
              lines: [
                ...commission,
                { role: 'Escrutinio' },
                { role: 'Representación de Unidad' },
                { role: 'Representación de Dignidad Obrera' },
                { role: 'Observación' },
              ],
            },
          ],
        },
      ],
    },
  ],
})
