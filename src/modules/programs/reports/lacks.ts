import type { Both } from '../schema.ts'
import type { ReportContent, Told } from './content.ts'

type Lack = {
  lack:
    | 'no_figure'
    | 'stale_figure'
    | 'unsigned_definition'
    | 'no_text'
    | 'expired_story'
    | 'no_variance'
    | 'unknown_block'
  name: string
  text: Both
  stops: boolean
}

const tolerance = 0.1

/** Off by more than a tenth of the target, a figure needs a sentence. */
export const isOff = ({ share }: Pick<Told, 'share'>): boolean =>
  share !== null && Math.abs(share - 1) > tolerance

/** What a report lacks before it may leave, and what it may leave with; each in a sentence. */
export const lacksOf = (
  content: ReportContent,
  { stale, chosen, unknown }: { stale: readonly string[]; chosen: number; unknown: readonly string[] },
): Lack[] => [
  ...unknown.map((name) => lack('unknown_block', name, true)),
  ...content.figures
    .filter(({ figure, withheld }) => !figure && !withheld)
    .map(({ code }) => lack('no_figure', code, true)),
  ...(stale.length > 0 ? [lack('stale_figure', stale.join(', '), false)] : []),
  ...content.figures
    .filter(({ definition }) => definition && !definition.agreed)
    .map(({ code }) => lack('unsigned_definition', code, false)),
  ...content.template.blocks
    .filter(({ block, required }) => required && (!content.texts[block]?.es || !content.texts[block]?.en))
    .map(({ title }) => lack('no_text', title.es, true, title)),
  ...content.figures
    .filter((told) => isOff(told) && !told.variance.es)
    .map(({ code }) => lack('no_variance', code, false)),
  ...(chosen > content.stories.length
    ? [lack('expired_story', String(chosen - content.stories.length), true)]
    : []),
]

const lack = (
  name: Lack['lack'],
  about: string,
  stops: boolean,
  title: Both = { es: about, en: about },
): Lack => ({
  lack: name,
  name: about,
  stops,
  text: { es: sentences[name].es(title.es), en: sentences[name].en(title.en) },
})

const sentences: Record<Lack['lack'], { es: (about: string) => string; en: (about: string) => string }> = {
  unknown_block: {
    es: (name) => `La plantilla nombra el bloque «${name}», que nadie ofrece.`,
    en: (name) => `The template names the block “${name}”, which nobody offers.`,
  },
  no_figure: {
    es: (code) => `${code} no tiene cifra de este periodo. Publícala.`,
    en: (code) => `${code} has no figure for this period. Publish it.`,
  },
  stale_figure: {
    es: (code) => `Llegaron hechos después de publicar ${code}.`,
    en: (code) => `Facts arrived after ${code} was published.`,
  },
  unsigned_definition: {
    es: (code) => `La definición de ${code} no está firmada por las dos partes, y el informe lo dirá.`,
    en: (code) => `The definition of ${code} is not signed by both parties, and the report will say so.`,
  },
  no_text: {
    es: (title) => `Falta escribir «${title}» en los dos idiomas.`,
    en: (title) => `“${title}” is still to be written in both languages.`,
  },
  no_variance: {
    es: (code) => `${code} se aparta más de 10 % de su meta y nadie dice por qué.`,
    en: (code) => `${code} is more than 10 % off its target and nobody says why.`,
  },
  expired_story: {
    es: () => 'El consentimiento de un testimonio elegido venció o se retiró.',
    en: () => 'The consent of a chosen story has expired or was withdrawn.',
  },
}
