import type { Text } from './rule.ts'
import { marked, type Standing } from './say.ts'

/** What a dispute is about, as far as conciliation goes (LFT 685 Ter). */
export type Ground =
  | 'dismissal'
  | 'wages_or_benefits'
  | 'discrimination'
  | 'sexual_harassment'
  | 'death_beneficiary'
  | 'social_security'
  | 'freedom_of_association'
  | 'forced_labor'
  | 'child_labor'
  | 'contract_title'
  | 'union_statutes'
  | 'union_election'

export type ConciliationRoute = {
  readonly needed: boolean
  /** The exemption needs evidence that gives the court reasonable suspicion (LFT 685 Ter IV). */
  readonly needsIndicia: boolean
  /** Never seat this person with whoever they accuse (LFT 684-E XII). */
  readonly neverTogether: boolean
  readonly article: string
  readonly says: readonly Text[]
}

/**
 * Whether one must conciliate before suing (LFT 684-B, 685 Ter, 897-A). In discrimination and harassment the route is no
 * conciliation, and nobody is ever seated with the person they accuse (684-E XII).
 */
export const conciliationRoute = (ground: Ground): ConciliationRoute => {
  const { exempt, article, indicia, together } = ROUTES[ground]
  const says: Text[] = [exempt ? exemptSentence(article) : needed(article)]
  if (indicia) says.push(INDICIA)
  if (!together) says.push(APART)
  return {
    needed: !exempt,
    needsIndicia: indicia,
    neverTogether: !together,
    article: `LFT ${article}`,
    says: says.map((sentence) => marked(sentence, [STANDING])),
  }
}

/** Read in the law; nobody has signed it. */
const STANDING: Standing = { basis: 'read', signedBy: null }

type Route = {
  readonly exempt: boolean
  readonly article: string
  readonly indicia: boolean
  readonly together: boolean
}

const route = (exempt: boolean, article: string, more: Partial<Route> = {}): Route => ({
  exempt,
  article,
  indicia: false,
  together: true,
  ...more,
})

const ROUTES: Record<Ground, Route> = {
  dismissal: route(false, '684-B'),
  wages_or_benefits: route(false, '684-B'),
  discrimination: route(true, '685 Ter I', { together: false }),
  sexual_harassment: route(true, '685 Ter I', { together: false }),
  death_beneficiary: route(true, '685 Ter II'),
  social_security: route(true, '685 Ter III'),
  freedom_of_association: route(true, '685 Ter IV a, 897-A', { indicia: true }),
  forced_labor: route(true, '685 Ter IV b', { indicia: true, together: false }),
  child_labor: route(true, '685 Ter IV c', { indicia: true }),
  contract_title: route(true, '685 Ter V, 897-A'),
  union_statutes: route(true, '685 Ter VI'),
  union_election: route(true, '897-A'),
}

const exemptSentence = (article: string): Text => ({
  es: `No hace falta conciliar antes: se puede demandar directo (LFT ${article}).`,
  en: `No conciliation is needed first: one may sue directly (LFT ${article}).`,
})

const needed = (article: string): Text => ({
  es: `Hay que pedir la conciliación antes de demandar (LFT ${article}).`,
  en: `Conciliation must be asked for before suing (LFT ${article}).`,
})

const INDICIA: Text = {
  es: 'Lleve indicios: el tribunal debe tener sospecha razonable de que se viola el derecho.',
  en: 'Bring evidence: the court must have reasonable suspicion that the right is being violated.',
}

const APART: Text = {
  es: 'Nunca junte a la persona con quien la agredió; si decide conciliar, que hable con un representante, en otro espacio.',
  en: 'Never bring the person together with whoever harmed them; if they choose to conciliate, let them deal with a representative, in another room.',
}
