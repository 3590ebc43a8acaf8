import type { BlockInput } from '#platform/documents/blocks.ts'
import { random } from './random.ts'

const hidden = { mark: '[r]', text: 'Oculto para que nadie pueda ser reconocido.' }
const indicators = [
  'Grupos formados con dirigencia y comité',
  'Puestos de dirección ocupados por mujeres',
  'Contratos colectivos firmados',
  'Personas que asistieron a una capacitación',
  'Organizaciones con cuentas rendidas a su asamblea',
  'Solicitudes de apoyo atendidas en plazo',
]

export const indicatorTable = (seed: number): BlockInput => {
  const next = random(seed)
  return {
    block: 'table',
    caption: 'Indicadores del trimestre frente a su meta',
    columns: [
      { as: 'text', header: 'Indicador', rowHeader: true },
      { as: 'number', header: 'Meta' },
      { as: 'number', header: 'Logrado' },
      { as: 'percent', header: 'Avance' },
      { as: 'text', header: 'Explicación' },
    ],
    rows: [
      { group: 'Resultados' },
      ...indicators.slice(0, 3).map((name) => row(name, next)),
      { group: 'Productos' },
      ...indicators.slice(3).map((name) => row(name, next)),
    ],
    source: 'hechos registrados; definiciones firmadas, versión 2.',
  }
}

const row = (name: string, next: () => number) => {
  const target = Math.round(4 + next() * 40)
  const done = Math.round(target * (0.6 + next() * 0.7))
  return {
    cells: [
      name,
      target,
      done,
      done / target,
      done < target ? 'Pendiente de la constancia; se espera en noviembre.' : '',
    ],
  }
}

export const peopleTable = (seed: number): BlockInput => {
  const next = random(seed + 60)
  const states = [
    'Baja California',
    'Chihuahua',
    'Coahuila',
    'Estado de México',
    'Guanajuato',
    'Jalisco',
    'Nuevo León',
    'Puebla',
    'Querétaro',
    'San Luis Potosí',
  ]
  return {
    block: 'table',
    caption: 'Personas en actividades, por estado, sexo y edad',
    columns: [
      { as: 'text', header: 'Estado', rowHeader: true },
      ...['18–29', '30–44', '45 +', '18–29', '30–44', '45 +'].map((header) => ({
        as: 'number' as const,
        header,
      })),
      { as: 'number', header: 'Total' },
    ],
    groups: [
      { text: '', columns: 1 },
      { text: 'Mujeres', columns: 3 },
      { text: 'Hombres', columns: 3 },
      { text: '', columns: 1 },
    ],
    rows: [
      ...states.map((state, at) => {
        const values = Array.from({ length: 6 }, () => Math.round(11 + next() * 80))
        const shown = values.map((value, column) => (at === 3 && column < 2 ? { hidden: '[r]' } : value))
        return { cells: [state, ...shown, at === 3 ? { hidden: '[r]' } : values.reduce((a, b) => a + b, 0)] }
      }),
      { cells: ['Total', 402, 511, 377, 420, 498, 391, 2599], total: true as const },
    ],
    notes: [hidden],
  }
}

export const monthTable = (seed: number): BlockInput => {
  const next = random(seed + 70)
  return {
    block: 'table',
    caption: 'Gasto ejercido frente al presupuesto',
    columns: [
      { as: 'text', header: 'Concepto', rowHeader: true },
      { as: 'money', currency: 'MXN', header: 'Presupuesto' },
      { as: 'money', currency: 'MXN', header: 'Ejercido' },
      { as: 'percent', header: 'Avance', decimals: 1 },
      { as: 'day', header: 'Corte' },
    ],
    rows: [
      'Transporte a asambleas',
      'Escuela sindical',
      'Asesoría jurídica',
      'Traducción e imprenta',
      'Investigación',
    ].map((name, at) => {
      const budget = Math.round(100_000 + next() * 90_000_000)
      const spent = Math.round(budget * next())
      return {
        cells: [name, budget, at === 2 ? { value: spent, note: '1' } : spent, spent / budget, '2026-09-30'],
      }
    }),
    notes: [{ mark: '1', text: 'Incluye honorarios pagados en octubre por trabajo de septiembre.' }],
  }
}

export const wideTable = (): BlockInput => {
  const next = random(99)
  return {
    block: 'table',
    caption: 'Hechos por organización y mes',
    columns: [
      { as: 'text', header: 'Organización', rowHeader: true },
      ...[
        'Ene',
        'Feb',
        'Mar',
        'Abr',
        'May',
        'Jun',
        'Jul',
        'Ago',
        'Sep',
        'Oct',
        'Nov',
        'Dic',
        '2024',
        '2025',
      ].map((header) => ({ as: 'number' as const, header: `${header} reuniones` })),
      { as: 'number', header: 'Total' },
    ],
    rows: Array.from({ length: 30 }, (_, at) => {
      const values = Array.from({ length: 14 }, () => Math.round(next() * 2000))
      return { cells: [`Organización ${at + 1}`, ...values, values.reduce((a, b) => a + b, 0)] }
    }),
  }
}
