import { isRefusal } from '@asamblea/labor-law'
import { testApproval, testRepresentation, testThreshold } from '@asamblea/labor-law/thresholds'
import { sumOf } from './rules.count.ts'
import type { Count, JoinedTally, Outcome, Question, Tally, VoteKind, Words } from './schema.ts'

/** The votes of every urn and of the electronic box, added choice by choice. */
export const joined = (
  questions: readonly Question[],
  urns: readonly Count[],
  electronic: readonly Tally[],
): JoinedTally[] =>
  questions.map(({ id, choices }) => {
    const paper = urns.flatMap(({ tallies }) => tallies.filter(({ questionId }) => questionId === id))
    const box = electronic.filter(({ questionId }) => questionId === id)
    const both = [...paper, ...box]
    const total = (read: (tally: Tally) => number, of: readonly Tally[]) =>
      of.reduce((sum, tally) => sum + read(tally), 0)
    const votesFor = (choiceId: string) => (tally: Tally) =>
      tally.votes.find((one) => one.choiceId === choiceId)?.votes ?? 0
    return {
      questionId: id,
      choices: choices.map((choice) => {
        const [onPaper, inBox] = [total(votesFor(choice.id), paper), total(votesFor(choice.id), box)]
        return { ...choice, paper: onPaper, electronic: inBox, total: onPaper + inBox }
      }),
      blank: total(({ blank }) => blank, both),
      nulled: total(({ nulled }) => nulled, both),
      cast: total(sumOf, both),
    }
  })

type Counted = { kind: VoteKind; covered: number; heldOn: string; question: Question; tally: JoinedTally }

/**
 * What one question decided by the law's threshold for its kind: majority of those covered, with that of the votes cast beside
 * it (LFT 390 Ter); most votes and a turnout of 30 % (388, 390 Bis III); 51 % of all members (371 VIII); most votes between
 * slates, which the law leaves to the statutes.
 */
export const outcomeOf = (counted: Counted): Outcome => {
  const { kind, question } = counted
  if (kind === 'representation_vote') return representation(counted)
  if (question.kind === 'yes_no' && kind === 'statutes_change') return ofAllMembers(counted)
  if (question.kind === 'yes_no' && consults.includes(kind)) return approval(counted)
  return mostVotes(counted)
}

const consults: readonly VoteKind[] = ['first_contract', 'full_revision', 'wage_revision']

const approval = ({ covered, heldOn, question, tally }: Counted): Outcome => {
  const [yes, ...no] = tally.choices.map(({ total }) => total)
  const count = {
    roll: covered,
    yes: yes ?? 0,
    no: no.reduce((sum, votes) => sum + votes, 0),
    blankOrNull: tally.blank + tally.nulled,
  }
  const tested = testApproval(count, heldOn)
  if (isRefusal(tested)) throw new Error(`A contract vote cannot be tested: ${tested.refusal}.`)
  return {
    questionId: question.id,
    outcome: tested.approved ? 'approved' : 'rejected',
    winnerId: null,
    says: [...tested.says],
  }
}

const ofAllMembers = ({ covered, heldOn, question, tally }: Counted): Outcome => {
  const tested = testThreshold('ASM-04', { have: tally.choices[0]?.total ?? 0, of: covered }, heldOn)
  if (isRefusal(tested)) throw new Error(`A change of statutes cannot be tested: ${tested.refusal}.`)
  return {
    questionId: question.id,
    outcome: tested.met ? 'approved' : 'rejected',
    winnerId: null,
    says: [tested.says],
  }
}

const representation = ({ covered, heldOn, question, tally }: Counted): Outcome => {
  const names = new Map(tally.choices.map(({ id, text }, at) => [`${text}#${at}`, id]))
  const votes = Object.fromEntries(tally.choices.map(({ text, total }, at) => [`${text}#${at}`, total]))
  const tested = testRepresentation({ roll: covered, votes, blankOrNull: tally.blank + tally.nulled }, heldOn)
  if (isRefusal(tested)) throw new Error(`A vote between unions cannot be tested: ${tested.refusal}.`)
  const says = tested.says.map(({ es, en }) => ({ es: unnumbered(es), en: unnumbered(en) }))
  return {
    questionId: question.id,
    outcome: tested.winner ? 'elected' : tested.tied.length > 1 ? 'tied' : 'short_turnout',
    winnerId: tested.winner === null ? null : names.get(tested.winner)!,
    says,
  }
}

// Two unions of one name stay two; the number that tells them apart is not said.
const unnumbered = (words: string) => words.replaceAll(/#\d+/g, '')

const mostVotes = ({ kind, question, tally }: Counted): Outcome => {
  const most = Math.max(0, ...tally.choices.map(({ total }) => total))
  const first = tally.choices.filter(({ total }) => total === most && most > 0)
  const [one] = first
  const outcome = first.length === 1 ? 'elected' : first.length > 1 ? 'tied' : 'counted'
  return {
    questionId: question.id,
    outcome,
    winnerId: first.length === 1 ? one!.id : null,
    says: [
      sentence(outcome, one?.text ?? '', most, tally.cast),
      ...(kind === 'leadership_election' ? [statutesDecide] : []),
    ],
  }
}

const sentence = (
  outcome: 'elected' | 'tied' | 'counted',
  name: string,
  most: number,
  cast: number,
): Words => {
  if (outcome === 'elected')
    return {
      es: `«${name}» tuvo más votos que cualquier otra opción: ${most} de ${cast}.`,
      en: `“${name}” had more votes than any other choice: ${most} of ${cast}.`,
    }
  if (outcome === 'tied')
    return {
      es: `Empate: dos o más opciones tuvieron ${most} votos de ${cast}. Los estatutos dicen cómo se resuelve.`,
      en: `A tie: two or more choices had ${most} votes of ${cast}. The statutes say how it is settled.`,
    }
  return { es: 'Ninguna opción tuvo votos.', en: 'No choice had votes.' }
}

const statutesDecide: Words = {
  es: 'La ley no fija la mayoría para elegir directiva: la fijan los estatutos. La comisión electoral califica la elección (371 IX Ter).',
  en: 'The law sets no majority to elect the leadership: the statutes do. The electoral commission certifies the election (371 IX Ter).',
}
