import type { BlockInput } from '#platform/documents/blocks.ts'
import type { DocumentInput } from '#platform/documents/document.ts'
import { barsOf, dotsOf, linesOf, mapOf, multiplesOf, stackedOf } from './charts.ts'
import { indicatorTable, monthTable, peopleTable, wideTable } from './tables.ts'

const outcomes = [
  'Organizaciones independientes se forman y eligen a sus dirigencias',
  'Las organizaciones negocian y revisan contratos colectivos',
  'Las personas trabajadoras conocen y ejercen sus derechos',
  'Las organizaciones se sostienen con cuotas y cuentas claras',
] as const

/** A quarter's progress report: a cover, contents, 14 charts and 20 tables over 40 pages. Its people and figures are fictional. */
export const progressReport = (): DocumentInput => ({
  language: 'es',
  title: 'Informe de avance del tercer trimestre de 2026',
  summary: 'Avance por resultado, con metas, evidencia y limitaciones.',
  by: 'Programa de apoyo a sindicatos independientes',
  day: '2026-10-15',
  running: {
    head: { start: 'Informe de avance · julio a septiembre de 2026' },
    foot: 'Programa de apoyo a sindicatos independientes',
  },
  numbered: true,
  opening: {
    opening: 'cover',
    kicker: 'Programa de apoyo a sindicatos independientes',
    subtitle: 'Julio a septiembre de 2026',
    details: [
      { term: 'Presentado a', text: 'Oficina de Asuntos Laborales Internacionales' },
      { term: 'Presentado por', text: 'Programa de apoyo a sindicatos independientes' },
      { term: 'Fecha', text: '15 de octubre de 2026' },
      { term: 'Versión', text: 'Primera, congelada al presentarse' },
    ],
    foot: 'Toda cifra de este informe se puede abrir hasta su definición firmada. Ninguna nombra a nadie.',
  },
  sections: [
    {
      layout: 'flow',
      blocks: [
        { block: 'contents', title: 'Contenido', depth: 2 },
        ...summary(),
        ...outcomes.flatMap(outcome),
        ...closing(),
      ],
    },
  ],
})

const summary = (): BlockInput[] => [
  { block: 'heading', level: 1, text: 'Resumen', opens: true },
  {
    block: 'paragraph',
    size: 'lead',
    text: 'En el trimestre se formaron tres grupos y se revisaron dos contratos. Las mujeres ocupan 40 % de los puestos de dirección; la meta era 25 %.',
  },
  {
    block: 'numbers',
    items: [
      { value: '18', label: 'grupos formados', detail: 'desde el inicio; la meta era 16' },
      { value: '40 %', label: 'de la dirección son mujeres', detail: '32 de 80 puestos; meta 25 %' },
      { value: '10', label: 'contratos en revisión o firmados', detail: '6 firmados, 4 en negociación' },
    ],
  },
  ...prose(10),
  { block: 'figure', ...linesOf(1) },
  indicatorTable(1),
  {
    block: 'notice',
    tone: 'note',
    title: 'Cómo leer lo oculto',
    text: [
      [
        'La marca ',
        { strong: '[r]' },
        ' está donde una cifra permitiría reconocer a alguien. Tampoco puede obtenerse restando.',
      ],
    ],
  },
]

const outcome = (title: string, at: number): BlockInput[] => [
  { block: 'heading', level: 1, text: `Resultado ${at + 1}. ${title}`, opens: true },
  {
    block: 'paragraph',
    size: 'lead',
    text: 'Qué se acordó, qué ocurrió en el trimestre, y qué explica la diferencia.',
  },
  { block: 'heading', level: 2, text: 'Avance frente a la meta' },
  ...prose(6),
  { block: 'figure', ...(at % 2 === 0 ? barsOf(at) : dotsOf(at)) },
  indicatorTable(at + 2),
  { block: 'heading', level: 2, text: 'Por estado y por sector' },
  ...prose(6),
  { block: 'figure', ...(at % 2 === 0 ? mapOf(at) : multiplesOf(at)) },
  peopleTable(at),
  monthTable(at),
  { block: 'heading', level: 2, text: 'Lo que cuentan' },
  ...prose(4),
  {
    block: 'quote',
    text: 'Antes nos enterábamos de las cosas por el patrón. Ahora la asamblea decide, y lo que decide queda escrito.',
    attribution: at === 0 ? { level: 'role', role: 'delegada de línea' } : { level: 'anonymous' },
  },
  { block: 'heading', level: 2, text: 'Lo que explica la diferencia' },
  ...prose(6),
  { block: 'figure', ...(at < 2 ? stackedOf(at) : barsOf(at + 4)) },
  {
    block: 'list',
    items: [
      'Dos empresas pospusieron la entrega de la lista de trabajadores.',
      {
        text: 'La autoridad tardó más de lo que fija la ley:',
        items: ['31 días en un caso', '44 días en otro'],
      },
      'Un grupo cambió de prioridad y pidió apoyo para otra cosa.',
    ],
  },
  monthTable(at + 4),
]

const closing = (): BlockInput[] => [
  { block: 'heading', level: 1, text: 'Limitaciones y próximo trimestre', opens: true },
  ...prose(12),
  { block: 'figure', ...linesOf(2) },
  { block: 'heading', level: 2, text: 'Plan de trabajo' },
  {
    block: 'list',
    ordered: true,
    items: [
      'Asambleas de cuentas en seis organizaciones.',
      'Dos consultas sobre contrato inicial.',
      'Escuela sindical, segunda generación.',
    ],
  },
  { block: 'heading', level: 1, text: 'Anexo de datos', opens: true },
  {
    block: 'paragraph',
    text: 'Las mismas cifras, completas, están en el libro de datos que acompaña a este informe.',
  },
  wideTable(),
  ...[6, 7].map(indicatorTable),
]

const sentences = [
  'Las organizaciones que recibieron acompañamiento celebraron sus asambleas en el plazo que fija su estatuto, con lista de asistencia y acta.',
  'La distancia entre lo planeado y lo hecho se explica casi toda por la espera de constancias, que no depende de quienes las pidieron.',
  'En tres plantas se mantuvo el acuerdo de reunirse fuera del turno, con transporte pagado por la propia organización.',
  'Se comparó la lista de quienes cotizan con la de quienes pueden votar; las diferencias se resolvieron antes de publicar el padrón.',
  'El acompañamiento jurídico se pidió once veces y se atendió en nueve días en promedio, sin contar los plazos de la autoridad.',
  'Quienes asistieron a la escuela sindical pidieron más tiempo para costear propuestas y menos exposición de los temas ya vistos.',
] as const

const prose = (paragraphs: number): BlockInput[] =>
  Array.from({ length: paragraphs }, (_, at) => ({
    block: 'paragraph',
    text: [0, 1, 2, 3].map((next) => sentences[(at * 2 + next + paragraphs) % sentences.length]).join(' '),
  }))
