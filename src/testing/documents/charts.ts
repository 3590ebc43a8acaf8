import type { BlockInput } from '#platform/documents/blocks.ts'
import { random } from './random.ts'

type FigureInput = Omit<Extract<BlockInput, { block: 'figure' }>, 'block'>

const quarters = ['T1 25', 'T2 25', 'T3 25', 'T4 25', 'T1 26', 'T2 26', 'T3 26']
const sectors = [
  'Automotriz',
  'Autopartes',
  'Aeroespacial',
  'Centros de llamadas',
  'Electrónica',
  'Textil',
  'Panificación industrial',
  'Minería',
]
const topics = [
  'Estatutos al día y registrados ante la autoridad',
  'Cuentas rendidas a la asamblea cada seis meses',
  'Comité de vigilancia en funciones',
  'Plan de negociación aprobado',
  'Delegados por departamento y turno',
]

const told = (what: string, at: number) => ({
  caption: `${what}, tercer trimestre de 2026`,
  alt: `Gráfica ${at}. ${what}: los valores están en la tabla que sigue; la mayoría alcanza su meta y dos quedan por debajo.`,
  source: 'hechos registrados por las organizaciones y compartidos con su firma.',
})

export const linesOf = (seed: number): FigureInput => {
  const next = random(seed)
  const rising = (from: number) => quarters.map((_, at) => Math.round(from + at * 4 + next() * 6))
  return {
    ...told('Actividades realizadas por tipo', seed),
    show: {
      chart: {
        chart: 'lines',
        format: { as: 'number' },
        periods: quarters,
        series: [
          { name: 'Capacitaciones', values: rising(6) },
          { name: 'Asesorías', values: rising(2) },
          { name: 'Asambleas', values: rising(1) },
        ],
        target: { label: 'Meta', value: 30 },
      },
    },
  }
}

export const barsOf = (seed: number): FigureInput => {
  const next = random(seed + 10)
  return {
    ...told('Mujeres en la dirección por sector', seed),
    show: {
      chart: {
        chart: 'bars',
        format: { as: 'percent' },
        targetLabel: 'Meta 25 %',
        items: sectors.map((label, at) => ({
          label,
          value: at === 5 ? { hidden: '[r]' } : 0.1 + next() * 0.5,
          target: 0.25,
        })),
      },
    },
  }
}

export const stackedOf = (seed: number): FigureInput => {
  const next = random(seed + 20)
  return {
    ...told('Personas en capacitaciones por edad', seed),
    show: {
      chart: {
        chart: 'stacked',
        format: { as: 'number' },
        series: ['18 a 29', '30 a 44', '45 y más'],
        rows: sectors
          .slice(0, 6)
          .map((label) => ({ label, values: [8, 14, 6].map((most) => Math.round(2 + next() * most)) })),
      },
    },
  }
}

export const dotsOf = (seed: number): FigureInput => {
  const next = random(seed + 30)
  return {
    ...told('Capacidades de las organizaciones', seed),
    show: {
      chart: {
        chart: 'dots',
        format: { as: 'percent' },
        words: { value: 'Ahora', before: 'Hace un año', target: 'Meta' },
        items: topics.map((label) => ({
          label,
          value: 0.4 + next() * 0.5,
          before: 0.1 + next() * 0.3,
          target: 0.75,
        })),
      },
    },
  }
}

export const multiplesOf = (seed: number): FigureInput => {
  const next = random(seed + 40)
  return {
    ...told('Contactos por sector y trimestre', seed),
    show: {
      chart: {
        chart: 'multiples',
        format: { as: 'number' },
        periods: quarters,
        panels: sectors.map((title) => ({
          title,
          values: quarters.map((_, at) => Math.round(at * 3 + next() * 20)),
        })),
        target: { label: 'Meta', value: 25 },
      },
    },
  }
}

export const mapOf = (seed: number): FigureInput => {
  const next = random(seed + 50)
  const codes = Array.from({ length: 32 }, (_, at) => String(at + 1).padStart(2, '0'))
  return {
    ...told('Actividades por estado', seed),
    show: {
      chart: {
        chart: 'map',
        format: { as: 'number' },
        states: codes
          .filter(() => next() > 0.5)
          .map((code, at) => ({ code, value: at === 3 ? { hidden: '[r]' } : Math.round(1 + next() * 60) })),
      },
    },
  }
}
