import { plan } from '@asamblea/labor-law'
import { procedureOf } from '@asamblea/labor-law/procedures'
import { refusalSentence } from '@asamblea/labor-law/refusals'
import { type CounselOpinion, remoteVoting } from '@asamblea/labor-law/remote-voting'
import { sayNotices, sayStep } from '@asamblea/labor-law/step-text'
import { reviewVote, type VoteKind as StatutoryKind } from '@asamblea/labor-law/votes'
import { type ElectronicMode, electronicModes, modeRules } from './rules.modes.ts'
import type { Mode, VoteKind, Words } from './schema.ts'

type Plan = Parameters<typeof reviewVote>[0]['plan']

/** The procedure of the law each kind follows; an internal consultation follows only the statutes. */
const statutory: Readonly<Record<VoteKind, { kind: StatutoryKind; voteEvent: string } | null>> = {
  leadership_election: { kind: 'leadership_election', voteEvent: 'election' },
  first_contract: { kind: 'first_contract', voteEvent: 'vote' },
  full_revision: { kind: 'full_revision', voteEvent: 'vote' },
  wage_revision: { kind: 'wage_revision', voteEvent: 'vote' },
  representation_vote: { kind: 'representation_vote', voteEvent: 'vote' },
  statutes_change: { kind: 'statutes_change', voteEvent: 'assembly' },
  internal_consultation: null,
}

const procedures = {
  leadership_election: 'leadership_election',
  first_contract: 'first_contract',
  full_revision: 'full_revision',
  wage_revision: 'wage_revision',
  representation_vote: 'certificate',
  statutes_change: 'statutes_change',
} as const

export const statutoryKind = (kind: VoteKind): StatutoryKind | null => statutory[kind]?.kind ?? null

/** The events of a kind's procedure that may be noted, with their names; the day of the vote itself is the convocatoria's. */
export const eventsOf = (kind: VoteKind): { event: string; name: Words }[] => {
  const found = statutory[kind]
  if (!found) return [{ event: 'roll', name: rollPublished }]
  const { events } = procedureOf(procedures[found.kind])
  const own = Object.entries(events)
    .filter(([event]) => event !== found.voteEvent)
    .map(([event, { name }]) => ({ event, name }))
  return 'roll' in events ? own : [...own, { event: 'roll', name: rollPublished }]
}

const rollPublished = { es: 'padrón publicado', en: 'roll published' }

export type Opinion = {
  kind: VoteKind
  counsel: string
  givenOn: string
  modes: readonly ElectronicMode[]
}

const asCounsel = (kind: StatutoryKind, opinion: Opinion | null): CounselOpinion | null =>
  opinion && { by: opinion.counsel, on: opinion.givenOn, kind, allows: opinion.modes.length > 0 }

/**
 * Which of these modes a kind of vote may not use as things stand. What LFT 371 and 390 Ter govern is voted on paper until
 * counsel's opinion is recorded for that kind and that mode (`modeRules`); the vote between unions (390 Bis III) always is.
 */
export const modesOff = (kind: VoteKind, modes: readonly Mode[], opinion: Opinion | null): Mode[] => {
  const own = statutoryKind(kind)
  if (own === null) return []
  const allowed = remoteVoting(own, asCounsel(own, opinion)).allowed ? (opinion?.modes ?? []) : []
  return modes.filter((mode) => {
    if (mode === 'paper') return false
    if (own === 'representation_vote') return true
    return modeRules[mode].needsOpinion && !allowed.includes(mode)
  })
}

/** Each way of voting other than on paper: whether a kind of vote may use it now, and both readings of what the law asks. */
export const modesOf = (kind: VoteKind, opinion: Opinion | null) =>
  electronicModes.map((mode) => ({
    mode,
    on: modesOff(kind, [mode], opinion).length === 0,
    readings: statutoryKind(kind) === null ? [] : [...modeRules[mode].readings],
  }))

type Facts = {
  kind: VoteKind
  today: string
  votesOn: string
  happenings: Readonly<Record<string, string>>
  present: Readonly<Record<string, boolean | null>>
  opinion: Opinion | null
}

/** A vote's plan in words: each step with its article, both readings and the safe date; the law's list; what lacks. */
export const planOfVote = ({ kind, today, votesOn, happenings, present, opinion }: Facts) => {
  const own = statutory[kind]
  if (!own) return { ...nothing, remote: { allowed: true, says: [], modes: modesOf(kind, opinion) } }
  const known = procedureOf(procedures[own.kind]).events
  const events = Object.fromEntries(Object.entries(happenings).filter(([event]) => event in known))
  const made = plan({
    procedure: procedures[own.kind],
    today,
    events: { ...events, [own.voteEvent]: votesOn },
  })
  if ('refusal' in made)
    return {
      ...nothing,
      refusal: refusalSentence(made),
      remote: { ...remoteWords(own.kind, opinion), modes: modesOf(kind, opinion) },
    }
  const review = reviewVote({
    kind: own.kind,
    plan: made,
    present,
    opinion: asCounsel(own.kind, opinion),
    marks: 'beside',
  })
  return {
    refusal: null,
    steps: stepsOf(made),
    notices: sayNotices(made),
    items: review.checked.items.map((item) => ({
      id: item.requirement.id,
      present: item.present,
      article: item.article,
      mark: item.mark,
      says: item.says,
      todo: item.todo,
      absence: item.absence,
      effect: item.requirement.absence.effect,
    })),
    missing: [...review.checked.missing],
    blocked: review.blocked,
    remote: {
      allowed: review.remote.allowed,
      says: [...review.remote.says],
      modes: modesOf(kind, opinion),
    },
  }
}

const remoteWords = (kind: StatutoryKind, opinion: Opinion | null) => {
  const { allowed, says } = remoteVoting(kind, asCounsel(kind, opinion))
  return { allowed, says: [...says] }
}

const stepsOf = (made: Plan) =>
  made.steps.map((step) => {
    const { title, who, status, article, mark, when, conflict, why, absence, effect, papers } = sayStep(
      made,
      step,
      'beside',
    )
    return {
      id: step.id,
      event: step.does,
      ours: step.ours,
      standing: step.status,
      safe: step.safe,
      latest: step.latest,
      given: step.given?.on ?? null,
      words: { title, who, status, why, absence, effect },
      article,
      mark,
      when: [...when],
      conflict: [...conflict],
      papers: papers.map(({ es, en }) => ({ es, en })),
    }
  })

type Said = ReturnType<typeof stepsOf>[number]

const nothing = {
  refusal: null as Words | null,
  steps: [] as Said[],
  notices: [] as Words[],
  items: [] as {
    id: string
    present: boolean | null
    article: string
    mark: Words
    says: Words
    todo: Words | null
    absence: Words | null
    effect: 'void' | 'loss' | 'sanction' | 'delay' | 'warning' | 'none'
  }[],
  missing: [] as string[],
  blocked: false,
}
