import type { Fine, Text } from '../rule.ts'
import { sayArticle, sayPesos } from '../say.ts'

type Figures = { minCents: number; maxCents: number; umaCents: number; workers: number; repeated: boolean }

export const fineSentence = (
  fine: Fine,
  { minCents, maxCents, umaCents, workers, repeated }: Figures,
): Text => {
  const range = `${sayPesos(minCents)} – ${sayPesos(maxCents)}`
  const people = {
    es: workers === 1 ? 'una persona' : `${workers} personas`,
    en: workers === 1 ? 'one person' : `${workers} people`,
  }
  return {
    es: `${fine.conduct.es} Multa de ${fine.minUma} a ${fine.maxUma} UMA de ${sayPesos(umaCents)} (${sayArticle(fine)}): ${range}${fine.perWorker ? `, por ${people.es}` : ''}${repeated ? ', al doble por repetir dentro de dos años' : ''}.`,
    en: `${fine.conduct.en} Fine of ${fine.minUma} to ${fine.maxUma} UMA of ${sayPesos(umaCents)} (${sayArticle(fine)}): ${range}${fine.perWorker ? `, for ${people.en}` : ''}${repeated ? ', doubled for repeating within two years' : ''}.`,
  }
}
