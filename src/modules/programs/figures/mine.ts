import type { Definition } from '#platform/facts/definition.ts'
import type { FactKinds } from '#platform/facts/fact.ts'
import { ownCells } from '#platform/facts/raw.ts'
import { countCells } from '#platform/facts/store.ts'
import type { Call } from '#platform/http/call.ts'
import { common } from '#platform/http/refusal.ts'
import { findSharings } from '../../organizations/store.sharings.ts'

type Asked = { sharingId: string; since: string; until: string }

/** What a union gives under an agreement, in its own whole numbers; only itself may ask. */
export const sharingOf = async (
  { tx, actor }: Call,
  kinds: FactKinds,
  { sharingId, since, until }: Asked,
) => {
  const sharing = (await findSharings(tx, actor)).find(({ id }) => id === sharingId)
  if (!sharing || sharing.giverId !== actor.orgId) throw common.refuse('missing')
  const span = { since: since < sharing.factsFrom ? sharing.factsFrom : since, until, asOf: null }
  const counts = []
  for (const kind of sharing.kinds) {
    const count = async (measure: Definition['measure']) => {
      const cells = ownCells(await countCells(tx, { measure, breakdown: [] }, span))
      // Somebody else's facts would be among them: then this organization's are not told apart here.
      if (!cells) throw common.refuse('missing')
      return cells[0]?.value ?? 0
    }
    const { es, en, subject, unit } = kinds[kind] ?? { es: kind, en: kind, subject: false }
    counts.push({
      kind,
      label: { es, en },
      facts: await count({ measure: 'flow', of: 'facts', kinds: [kind], where: [] }),
      people: subject ? await count({ measure: 'distinct', of: 'subjects', kinds: [kind], where: [] }) : null,
      amount: unit
        ? { value: await count({ measure: 'flow', of: 'quantity', kinds: [kind], where: [] }), unit }
        : null,
    })
  }
  return counts
}
