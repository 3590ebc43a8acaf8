import type { CounselOpinion } from '../remote-voting.ts'
import type { Requirement, Text } from '../rule.ts'
import { sayArticle, sayWhen } from '../say.ts'
import type { VoteKind } from '../vote-kinds.ts'

export const remoteSentences = (
  which: VoteKind,
  opinion: CounselOpinion | null,
  allowed: boolean,
  onPaper: readonly Requirement[],
): Text[] => {
  if (which === 'representation_vote')
    return [
      {
        es: 'Esta votación la organiza el CFCRL, en persona y con boletas de papel: el sindicato no puede cambiarla.',
        en: 'The CFCRL runs this vote, in person and with paper ballots: the union cannot change it.',
      },
    ]
  const articles = [...new Set(onPaper.map(sayArticle))].join('; ')
  const paper: Text = {
    es: `La ley describe papel o presencia en: ${articles || 'ningún punto de esta lista'}.`,
    en: `The law describes paper or presence in: ${articles || 'no item of this list'}.`,
  }
  if (!opinion)
    return [
      paper,
      {
        es: 'El voto a distancia está apagado: falta anotar la opinión escrita del abogado para este tipo de votación.',
        en: 'Remote voting is off: counsel’s written opinion for this kind of vote has not been recorded.',
      },
    ]
  const when = sayWhen(opinion.on)
  return [
    paper,
    allowed
      ? {
          es: `Opinión de ${opinion.by}, ${when.es}: se permite. Guarde el escrito con el expediente.`,
          en: `Opinion of ${opinion.by}, ${when.en}: it is allowed. Keep the document with the file.`,
        }
      : {
          es: `Opinión de ${opinion.by}, ${when.es}: no se permite.`,
          en: `Opinion of ${opinion.by}, ${when.en}: it is not allowed.`,
        },
  ]
}
