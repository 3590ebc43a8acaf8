import { Link } from '@tanstack/react-router'
import { useTexts } from '#ui/language.tsx'
import type { LocalPerson } from '../../local.ts'
import { gateTexts } from '../../messages.gate.ts'
import { LevelMark } from '../Level.tsx'
import { useGate } from './GateProvider.tsx'
import styles from './gate.module.css'

/** One person of the list: the whole row opens them. */
export function PersonRow({ person, note }: { person: LocalPerson; note?: string | undefined }) {
  const text = useTexts(gateTexts)
  const { bundle } = useGate()
  const units = bundle?.campaigns.find(({ id }) => id === person.campaignId)?.units ?? []
  const named = [person.departmentId, person.shiftId, person.routeId].flatMap(
    (id) => units.find((unit) => unit.id === id)?.name ?? [],
  )
  return (
    <li>
      <Link to="/gate/people/$personId" params={{ personId: person.id }} className={styles.row}>
        <LevelMark level={person.level} short />
        <span className={styles.who}>
          <strong>{person.handle}</strong>
          <span className={styles.soft}>{named.join(' · ')}</span>
          {note && <span className={styles.late}>{note}</span>}
        </span>
        {person.pending && <span className={styles.pending}>{text.pending}</span>}
      </Link>
    </li>
  )
}
