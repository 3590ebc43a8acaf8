import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { auditTexts } from '../../messages.audits.ts'
import { capital } from '../parts/numbers.ts'
import styles from '../programs.module.css'
import audits from './audits.module.css'

type Audit = Awaited<ReturnType<typeof api.programs.audits>>[number]
type Outcome = Audit['organizations'][number]['items'][number]['outcome']

/** One sample: by organization, which records were shown, and whether each matched. */
export function AuditCard({ audit }: { audit: Audit }) {
  const text = useTexts(auditTexts)
  const [language] = useLanguage()
  const all = audit.organizations.flatMap(({ items }) => items.map(({ outcome }) => outcome))
  const how = (outcome: Outcome) => all.filter((one) => one === outcome).length
  const [match, mismatch] = [how('match'), how('mismatch')]
  return (
    <li className={styles.card}>
      <span className={styles.cardHead}>
        <strong>
          {audit.code} · {audit.title[language]}
        </strong>
        <span className={styles.soft}>{capital(audit.periodLabel[language])}</span>
      </span>
      <span className={styles.soft}>
        {audit.yours ? audit.programName : text.drawnBy(audit.verifierName)} · {text.items(audit.size)} ·{' '}
        {text.drawnAt(moment(audit.drawnAt, language))}
      </span>
      <span className={styles.soft}>
        {text.seed} <span className={styles.mono}>{audit.seed}</span>
      </span>
      <strong>{text.summary(match, mismatch, all.length - match - mismatch)}</strong>
      <p className={`${styles.soft} no-print`}>{audit.yours ? text.settleHelp : text.followHelp}</p>
      {audit.organizations.map((organization) => (
        <section key={organization.name ?? ''} className={audits.organization}>
          <h2>{organization.name ?? text.unnamed}</h2>
          {organization.name === null && <p className={styles.soft}>{text.unnamedHelp}</p>}
          <ol className={audits.items}>
            {organization.items.map(({ id, outcome }, at) => (
              <Item key={id} id={id} place={at + 1} outcome={outcome} signs={audit.yours} />
            ))}
          </ol>
        </section>
      ))}
    </li>
  )
}

type ItemProps = { id: string; place: number; outcome: Outcome; signs: boolean }

/** What was shown is signed as a match or not; what was not shown can only be a mismatch. */
function Item({ id, place, outcome, signs }: ItemProps) {
  const text = useTexts(auditTexts)
  const client = useQueryClient()
  const settle = useMutation({
    mutationFn: (found: 'match' | 'mismatch') => api.programs.settleItem({ id, outcome: found }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['audits'] }),
  })
  return (
    <li>
      <span className={styles.cardHead}>
        <span className={styles.bar}>
          {text.item(place)}
          <span className={styles.badge} data-state={outcome === 'shown' ? 'turn' : outcome}>
            {text.outcomes[outcome]}
          </span>
        </span>
        {signs && (outcome === 'shown' || outcome === 'not_shown') && (
          <span className={styles.bar}>
            {outcome === 'shown' && (
              <Button size="compact-md" onClick={() => settle.mutate('match')} loading={settle.isPending}>
                {text.match}
              </Button>
            )}
            <Button
              size="compact-md"
              variant="default"
              onClick={() => settle.mutate('mismatch')}
              disabled={settle.isPending}
            >
              {text.mismatch}
            </Button>
          </span>
        )}
      </span>
      <Failure error={settle.error} />
    </li>
  )
}
