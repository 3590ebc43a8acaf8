import { attempt } from './attempt.ts'
import { coarserBy, withoutForbidden } from './coarsen.ts'
import type { Dimension, Text } from './dimension.ts'
import { fileOf } from './file.ts'
import { type Ledger, ledgerRecords, type Reason } from './ledger.ts'
import type { Policy } from './policy.ts'
import type { Publication } from './publication.ts'
import { openPublication } from './raw.ts'
import { loadSolver } from './solver.ts'
import type { PublishedTable } from './table.ts'

/**
 * What was hidden, why, and how much was lost, in plain words: for the people who may see the figures. It names no
 * value, but it tells how many figures are hidden for their own sake, which a stranger should not know.
 */
export const explain = (table: PublishedTable): readonly Text[] => {
  const { decision, audit } = fileOf(table)
  const hidden = decision.hiddenItself + decision.hiddenForOthers + decision.hiddenBefore
  const said: (Text | false)[] = [
    {
      es: `La tabla muestra ${decision.shown} de ${decision.shown + hidden} datos.`,
      en: `The table shows ${decision.shown} of ${decision.shown + hidden} figures.`,
    },
    decision.hiddenItself > 0 && {
      es: `${decision.hiddenItself} se ocultan por lo que dicen ellos mismos.`,
      en: `${decision.hiddenItself} are hidden for what they say themselves.`,
    },
    decision.hiddenForOthers > 0 && {
      es: `${decision.hiddenForOthers} se ocultan porque con una resta darían a conocer los anteriores.`,
      en: `${decision.hiddenForOthers} are hidden because a subtraction would give those away.`,
    },
    decision.hiddenBefore > 0 && {
      es: `${decision.hiddenBefore} siguen ocultos como en una publicación anterior.`,
      en: `${decision.hiddenBefore} stay hidden as in an earlier publication.`,
    },
    ...Object.entries(decision.reasons).map(([reason, count]): Text => {
      const { es, en } = reasons[reason as Reason]
      return { es: `Motivo: ${es} (${count}).`, en: `Reason: ${en} (${count}).` }
    }),
    decision.hiddenStatistics > 0 && {
      es: `No se dan ${decision.hiddenStatistics} porcentajes o promedios: con ellos se calcularía un dato oculto.`,
      en: `${decision.hiddenStatistics} percentages or averages are left out: a hidden figure could be worked out from them.`,
    },
    ...decision.coarsened.map((id): Text => {
      const label = table.dimensions.find((dimension) => dimension.id === id)!.label
      return {
        es: `«${label.es}» se da en categorías más amplias; con las finas se habría ocultado demasiado.`,
        en: `“${label.en}” is given in broader categories; with the finer ones too much would have been hidden.`,
      }
    }),
    decision.forbidden > 0 && {
      es: `${decision.forbidden} datos no se dan nunca con tanto detalle, por el tipo de información.`,
      en: `${decision.forbidden} figures are never given in such detail, because of the kind of information.`,
    },
    {
      es: `Antes de publicar se intentó deducir lo oculto de ${audit.outsider.requirements + audit.insider.requirements} maneras, también con lo que sabe quien aparece en los datos y con ${audit.earlierReleases} publicaciones anteriores; ninguna lo logró.`,
      en: `Before publishing, ${audit.outsider.requirements + audit.insider.requirements} ways of working out what is hidden were tried, also with what those who appear in the data know and with ${audit.earlierReleases} earlier publications; none succeeded.`,
    },
  ]
  return said.filter((text) => text !== false)
}

export type CoarserTable = {
  readonly dimension: Dimension
  readonly shown: number
  readonly hidden: number
  readonly text: Text
}

/** What the table would show if one classification were broader: for somebody who wants to see more of less detail. */
export const coarserTables = async (
  publication: Publication,
  policy: Policy,
  ledger: Ledger,
): Promise<readonly CoarserTable[]> => {
  const raw = withoutForbidden(openPublication(publication), policy)
  const releases = ledgerRecords(ledger).filter(({ population }) => population === raw.population)
  const solver = await loadSolver()
  return coarserBy(raw).flatMap(({ dimension: id, raw: coarser }): CoarserTable[] => {
    const started = performance.now()
    const spent = () => (performance.now() - started) / 1000
    const result = attempt(solver, coarser, releases, policy, false, {
      spent,
      left: () => policy.seconds - spent(),
    })
    if (result.kind !== 'protected') return []
    const { shown, hiddenItself, hiddenForOthers, hiddenBefore } = result.decision
    const hidden = hiddenItself + hiddenForOthers + hiddenBefore
    const dimension = raw.dimensions.find((candidate) => candidate.id === id)!
    const text = {
      es: `Con «${dimension.label.es}» en categorías más amplias se mostrarían ${shown} datos y se ocultarían ${hidden}.`,
      en: `With “${dimension.label.en}” in broader categories, ${shown} figures would be shown and ${hidden} hidden.`,
    }
    return [{ dimension, shown, hidden, text }]
  })
}

const reasons: Readonly<Record<Reason, Text>> = {
  'few-persons': { es: 'cuenta a muy pocas personas', en: 'it counts very few people' },
  'few-organizations': {
    es: 'es el dato de muy pocas organizaciones',
    en: 'it is the figure of very few organizations',
  },
  'few-contributors': { es: 'el dinero es de muy pocos', en: 'the money is that of very few' },
  'dominant-contributor': {
    es: 'el dinero es casi todo de uno solo',
    en: 'nearly all the money is that of one',
  },
  zero: { es: 'un cero que dice algo de todo el grupo', en: 'a zero that says something of the whole group' },
  'full-row': {
    es: 'casi todo el grupo está en una sola categoría',
    en: 'nearly the whole group is in one category',
  },
  remainder: {
    es: 'lo que queda al restar es muy pequeño',
    en: 'what is left after subtracting is very small',
  },
  change: {
    es: 'el cambio desde el periodo anterior es muy pequeño',
    en: 'the change since the period before is very small',
  },
  correction: {
    es: 'la corrección es tan pequeña que señalaría a alguien',
    en: 'the correction is so small that it would point at somebody',
  },
}
