import type { DismissalInput, Service } from '../entitlements.ts'
import type { Text } from '../rule.ts'
import { sayPesos } from '../say.ts'

export const titles = {
  wages: { es: 'Salarios trabajados y no pagados', en: 'Wages worked and not paid' },
  aguinaldo: { es: 'Aguinaldo proporcional', en: 'Proportional year-end bonus' },
  vacation: { es: 'Vacaciones no disfrutadas', en: 'Vacation not taken' },
  vacation_premium: { es: 'Prima vacacional', en: 'Vacation premium' },
  seniority: { es: 'Prima de antigüedad', en: 'Seniority premium' },
  indemnity: { es: 'Tres meses de salario', en: 'Three months of wages' },
  years: { es: 'Indemnización por años de servicios', en: 'Indemnity for years of service' },
  back_pay: { es: 'Salarios vencidos', en: 'Back pay' },
  interest: { es: 'Intereses después de doce meses', en: 'Interest after twelve months' },
} as const satisfies Record<string, Text>

const figure = (value: number) => String(Math.round(value * 100) / 100)

const served = ({ years, days, daysInYear }: Service): Text => ({
  es: `${years} años y ${days} de ${daysInYear} días`,
  en: `${years} years and ${days} of ${daysInYear} days`,
})

/** Each sum as a worker can redo it with a pencil. */
export const sumOf = {
  days: (days: number, dailyCents: number, cents: number): Text => ({
    es: `${figure(days)} días × ${sayPesos(dailyCents)} = ${sayPesos(cents)}.`,
    en: `${figure(days)} days × ${sayPesos(dailyCents)} = ${sayPesos(cents)}.`,
  }),
  aguinaldo: (f: {
    days: number
    worked: number
    yearLength: number
    dailyCents: number
    cents: number
    paidCents: number
  }): Text => {
    const paid = f.paidCents > 0 ? ` − ${sayPesos(f.paidCents)}` : ''
    return {
      es: `${f.days} días × ${f.worked} de ${f.yearLength} días del año × ${sayPesos(f.dailyCents)}${paid && `${paid} ya pagados`} = ${sayPesos(f.cents)}.`,
      en: `${f.days} days × ${f.worked} of ${f.yearLength} days of the year × ${sayPesos(f.dailyCents)}${paid && `${paid} already paid`} = ${sayPesos(f.cents)}.`,
    }
  },
  vacation: (f: {
    perYear: number
    service: Service
    taken: number
    owed: number
    days: number
    dailyCents: number
    cents: number
  }): Text => ({
    es: `${f.perYear} días × ${f.service.days} de ${f.service.daysInYear} días del año de servicios − ${f.taken} disfrutados + ${f.owed} de años anteriores = ${figure(f.days)} días × ${sayPesos(f.dailyCents)} = ${sayPesos(f.cents)}.`,
    en: `${f.perYear} days × ${f.service.days} of ${f.service.daysInYear} days of the year of service − ${f.taken} taken + ${f.owed} from earlier years = ${figure(f.days)} days × ${sayPesos(f.dailyCents)} = ${sayPesos(f.cents)}.`,
  }),
  premium: (percent: number, vacationCents: number, cents: number): Text => ({
    es: `${percent} % de ${sayPesos(vacationCents)} = ${sayPesos(cents)}.`,
    en: `${percent} % of ${sayPesos(vacationCents)} = ${sayPesos(cents)}.`,
  }),
  seniority: (f: {
    days: number
    baseCents: number
    capped: boolean
    service: Service
    cents: number
  }): Text => ({
    es: `${f.days} días × ${sayPesos(f.baseCents)}${f.capped ? ' (tope: el doble del mínimo)' : ''} × ${served(f.service).es} = ${sayPesos(f.cents)}.`,
    en: `${f.days} days × ${sayPesos(f.baseCents)}${f.capped ? ' (ceiling: twice the minimum)' : ''} × ${served(f.service).en} = ${sayPesos(f.cents)}.`,
  }),
  months: (months: number, integratedCents: number, cents: number): Text => ({
    es: `${months} meses × 30 días × ${sayPesos(integratedCents)} = ${sayPesos(cents)}.`,
    en: `${months} months × 30 days × ${sayPesos(integratedCents)} = ${sayPesos(cents)}.`,
  }),
  years: (f: { days: number; service: Service; integratedCents: number; cents: number }): Text => ({
    es: `${f.days} días × ${sayPesos(f.integratedCents)} × ${served(f.service).es} = ${sayPesos(f.cents)}. Solo si el patrón queda eximido de reinstalar (49).`,
    en: `${f.days} days × ${sayPesos(f.integratedCents)} × ${served(f.service).en} = ${sayPesos(f.cents)}. Only if the employer is excused from reinstating (49).`,
  }),
  halfTime: (days: number, integratedCents: number, cents: number): Text => ({
    es: `La mitad de ${days} días × ${sayPesos(integratedCents)} = ${sayPesos(cents)}. Contrato por tiempo determinado de menos de un año (50 I).`,
    en: `Half of ${days} days × ${sayPesos(integratedCents)} = ${sayPesos(cents)}. Fixed-term contract under a year (50 I).`,
  }),
  fixedTerm: (f: { days: number; service: Service; integratedCents: number; cents: number }): Text => ({
    es: `Seis meses por el primer año y ${f.days} días por cada uno de los demás, con ${served(f.service).es} y ${sayPesos(f.integratedCents)} al día = ${sayPesos(f.cents)} (50 I).`,
    en: `Six months for the first year and ${f.days} days for each other, with ${served(f.service).en} and ${sayPesos(f.integratedCents)} a day = ${sayPesos(f.cents)} (50 I).`,
  }),
  interest: (f: { percent: number; months: number; baseCents: number; cents: number }): Text => ({
    es: `${f.percent} % × ${f.months} meses × ${sayPesos(f.baseCents)} (quince meses) = ${sayPesos(f.cents)}, sin capitalizar.`,
    en: `${f.percent} % × ${f.months} months × ${sayPesos(f.baseCents)} (fifteen months) = ${sayPesos(f.cents)}, not compounded.`,
  }),
} as const

/** What the sums leave out, and what to choose. */
export const dismissalNotes = (input: DismissalInput, minimumCents: number): Text[] => [
  {
    es: 'Si el despido fue injustificado, la persona elige: volver a su puesto o los tres meses (48). Los salarios vencidos van con cualquiera de las dos.',
    en: 'If the dismissal was unjustified, the person chooses: going back to the job or the three months (48). Back pay goes with either.',
  },
  {
    es: 'No firme hojas en blanco ni renuncia. Fuera de esta cuenta quedan el reparto de utilidades, las horas extra y lo que dé el contrato colectivo: pregúntelo.',
    en: 'Sign no blank sheets and no resignation. Profit sharing, overtime and what the collective contract gives are left out of this sum: ask about them.',
  },
  ...(input.dailyWageCents < minimumCents
    ? [
        {
          es: `El salario dado, ${sayPesos(input.dailyWageCents)}, es menor al mínimo de la zona: se calculó con ${sayPesos(minimumCents)} (85, 90).`,
          en: `The wage given, ${sayPesos(input.dailyWageCents)}, is below the zone’s minimum: ${sayPesos(minimumCents)} was used (85, 90).`,
        },
      ]
    : []),
  ...(input.unionOfficer
    ? [
        {
          es: 'Quien es de la directiva sigue en funciones aunque lo despidan, salvo que los estatutos digan otra cosa (376).',
          en: 'An officer of the union keeps the office even if dismissed, unless the statutes say otherwise (376).',
        },
      ]
    : []),
]
