import type { Text, Threshold } from '../rule.ts'
import { sayArticle } from '../say.ts'

type Figures = { have: number; of: number; need: number; met: boolean }

export const thresholdSentence = (threshold: Threshold, { have, of, need, met }: Figures): Text => {
  const share = threshold.share && sayShare(threshold)
  const verdict = met ? { es: 'Alcanza', en: 'It is enough' } : { es: 'No alcanza', en: 'It is not enough' }
  const article = sayArticle(threshold)
  if (!share) {
    const bound =
      threshold.compare === 'at_most'
        ? { es: `como máximo ${need}`, en: `${need} at most` }
        : { es: `por lo menos ${need}`, en: `at least ${need}` }
    return {
      es: `${threshold.title.es}: hay ${have}, ${bound.es} (${article}). ${verdict.es}.`,
      en: `${threshold.title.en}: there are ${have}, ${bound.en} (${article}). ${verdict.en}.`,
    }
  }
  return {
    es: `${threshold.title.es}: ${have} de ${of}; se necesitan ${need}, ${share.es} (${article}). ${verdict.es}.`,
    en: `${threshold.title.en}: ${have} of ${of}; ${need} are needed, ${share.en} (${article}). ${verdict.en}.`,
  }
}

const sayShare = ({ share, compare }: Threshold): Text => {
  const { n, d } = share!
  const part =
    d === 100
      ? { es: `el ${n} %`, en: `${n} %` }
      : n === 1 && d === 2
        ? { es: 'la mitad', en: 'half' }
        : { es: 'dos terceras partes', en: 'two thirds' }
  return compare === 'more_than'
    ? { es: `más de ${part.es}`, en: `more than ${part.en}` }
    : { es: `por lo menos ${part.es}`, en: `at least ${part.en}` }
}

export const approvalSentence = (
  { have, of, need, met }: Figures,
  { by, approved, differ }: { by: 'covered' | 'cast'; approved: boolean; differ: boolean },
): Text[] => [
  {
    es: `Contado sobre votos emitidos: ${have} de ${of}; se necesitan ${need}. ${met ? 'Alcanza' : 'No alcanza'}.`,
    en: `Counted over votes cast: ${have} of ${of}; ${need} are needed. ${met ? 'It is enough' : 'It is not enough'}.`,
  },
  {
    es: `${approved ? 'Aprobado' : 'No aprobado'} ${by === 'covered' ? 'con la cuenta estricta: mayoría de las personas cubiertas' : 'con la cuenta sobre votos emitidos, por decisión anotada'}.`,
    en: `${approved ? 'Approved' : 'Not approved'} ${by === 'covered' ? 'by the strict count: a majority of those covered' : 'by the count over votes cast, by a recorded decision'}.`,
  },
  ...(differ
    ? [
        {
          es: 'Las dos cuentas dan resultados distintos: no registre ni anuncie nada sin la opinión escrita del abogado.',
          en: 'The two counts give different results: register or announce nothing without counsel’s written opinion.',
        },
      ]
    : []),
]

export const winnerSentence = (winner: string | null, first: readonly string[]): Text => {
  if (winner)
    return {
      es: `Tiene más votos y obtiene la constancia: ${winner}.`,
      en: `Has most votes and gets the certificate: ${winner}.`,
    }
  if (first.length > 1)
    return {
      es: `Empate entre ${first.join(' y ')}: la ley no dice qué sigue; consulte al abogado.`,
      en: `Tie between ${first.join(' and ')}: the law does not say what follows; ask counsel.`,
    }
  return { es: 'Nadie obtiene la constancia.', en: 'Nobody gets the certificate.' }
}
