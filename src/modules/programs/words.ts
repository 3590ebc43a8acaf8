import type { Counted, Definition, Facts, Measure } from '#platform/facts/definition.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import { labelsOf, valueLabel } from './labels.ts'
import type { Both } from './schema.ts'

type Language = 'es' | 'en'

/** What a definition counts, as a sentence in both languages. It is made from the grammar alone, so it cannot say anything else than what is counted. */
export const definitionWords = (definition: Definition, kinds: FactKinds): Both => ({
  es: sentence(definition, kinds, 'es'),
  en: sentence(definition, kinds, 'en'),
})

const sentence = ({ measure, breakdown }: Definition, kinds: FactKinds, language: Language): string => {
  const by = breakdown.map((dimension) => labelsOf(dimension, kinds).label[language])
  const t = texts[language]
  const joint = measure.measure === 'ratio' ? t.bothBy : t.by
  const ending = by.length > 0 ? `${joint} ${listed(by, language)}` : ''
  return `${capital(measureWords(measure, kinds, language))}${ending}.`
}

const measureWords = (measure: Measure, kinds: FactKinds, language: Language): string => {
  const t = texts[language]
  if (measure.measure === 'ratio')
    return t.ratio(countedWords(measure.part, kinds, language), countedWords(measure.whole, kinds, language))
  if (measure.measure === 'duration') {
    const names = (of: readonly string[]) => kindNames(of, kinds, language)
    const { thread } = measure
    const about =
      thread === 'record' || thread === 'subject'
        ? t.thread[thread]
        : t.sameValue(labelsOf(thread, kinds).label[language])
    return t.duration(t.statistic[measure.statistic], names(measure.from), names(measure.to), about)
  }
  return countedWords(measure, kinds, language)
}

const countedWords = (counted: Counted, kinds: FactKinds, language: Language): string => {
  const t = texts[language]
  if (counted.measure === 'stock') {
    const began = factsWords(counted.began, kinds, language)
    return counted.ended ? t.stock(began, factsWords(counted.ended, kinds, language)) : t.stockOnly(began)
  }
  const facts = factsWords(counted, kinds, language)
  if (counted.measure === 'distinct') return t.distinct[counted.of](facts)
  if (counted.of === 'facts') return t.flow(facts)
  const unit = counted.kinds.map((kind) => kinds[kind]?.unit).find(Boolean)
  return t.quantity(unit ? t.units[unit] : '?', facts)
}

const factsWords = ({ kinds: names, where }: Facts, kinds: FactKinds, language: Language): string => {
  const t = texts[language]
  const filters = where.map(({ dimension, in: values }) => {
    const said = values.map((value) => quoted(valueLabel(dimension, value, kinds)[language], language))
    return t.where(labelsOf(dimension, kinds).label[language], listed(said, language, t.or))
  })
  return (
    kindNames(names, kinds, language) + (filters.length > 0 ? `, ${t.only} ${listed(filters, language)}` : '')
  )
}

const kindNames = (names: readonly string[], kinds: FactKinds, language: Language) =>
  listed(
    names.map((name) => quoted(kinds[name]?.[language] ?? name, language)),
    language,
    texts[language].or,
  )

const quoted = (text: string, language: Language) => (language === 'es' ? `«${text}»` : `“${text}”`)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const listed = (items: readonly string[], language: Language, word?: string) =>
  items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} ${word ?? texts[language].and} ${items.at(-1)}`

const texts = {
  es: {
    and: 'y',
    or: 'o',
    by: ', por',
    only: 'solo donde',
    where: (dimension: string, values: string) => `${dimension} es ${values}`,
    flow: (facts: string) => `cuántas veces ocurrió en el periodo: ${facts}`,
    quantity: (unit: string, facts: string) => `suma de ${unit} en el periodo: ${facts}`,
    distinct: {
      subjects: (facts: string) =>
        `personas distintas en el periodo, contadas una sola vez en cada organización: ${facts}`,
      records: (facts: string) => `casos distintos en el periodo, cada uno una sola vez: ${facts}`,
      organizations: (facts: string) => `organizaciones distintas en el periodo: ${facts}`,
    },
    stock: (began: string, ended: string) =>
      `cuántos hay el último día del periodo: los que empezaron (${began}) menos los que terminaron (${ended})`,
    stockOnly: (began: string) => `cuántos hay hasta el último día del periodo: ${began}`,
    ratio: (part: string, whole: string) =>
      `qué porcentaje es una cuenta de otra. La primera: ${part}. La segunda: ${whole}`,
    bothBy: '. Las dos, por',
    duration: (statistic: string, from: string, to: string, about: string) =>
      `${statistic} de días desde ${from} hasta ${to}, ${about}, de lo que terminó en el periodo`,
    statistic: { median: 'mediana', mean: 'promedio' },
    thread: { record: 'del mismo caso', subject: 'de la misma persona' },
    sameValue: (dimension: string) => `con el mismo dato de ${dimension}`,
    units: {
      people: 'personas',
      hours: 'horas',
      minutes: 'minutos',
      cents: 'dinero',
      percent: 'puntos porcentuales',
    },
  },
  en: {
    and: 'and',
    or: 'or',
    by: ', by',
    only: 'only where',
    where: (dimension: string, values: string) => `${dimension} is ${values}`,
    flow: (facts: string) => `how many times it happened in the period: ${facts}`,
    quantity: (unit: string, facts: string) => `sum of ${unit} in the period: ${facts}`,
    distinct: {
      subjects: (facts: string) =>
        `different people in the period, each once within each organization: ${facts}`,
      records: (facts: string) => `different cases in the period, each once: ${facts}`,
      organizations: (facts: string) => `different organizations in the period: ${facts}`,
    },
    stock: (began: string, ended: string) =>
      `how many there are on the last day of the period: those that began (${began}) less those that ended (${ended})`,
    stockOnly: (began: string) => `how many there are up to the last day of the period: ${began}`,
    ratio: (part: string, whole: string) =>
      `what percentage one count is of another. The first: ${part}. The second: ${whole}`,
    bothBy: '. Both, by',
    duration: (statistic: string, from: string, to: string, about: string) =>
      `${statistic} days from ${from} to ${to}, ${about}, of what ended in the period`,
    statistic: { median: 'median', mean: 'mean' },
    thread: { record: 'of the same case', subject: 'of the same person' },
    sameValue: (dimension: string) => `with the same ${dimension}`,
    units: {
      people: 'people',
      hours: 'hours',
      minutes: 'minutes',
      cents: 'money',
      percent: 'percentage points',
    },
  },
} as const
