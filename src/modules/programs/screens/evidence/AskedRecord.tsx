import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { count, longDay, moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { auditTexts } from '../../messages.audits.ts'
import { showers } from '../../roles.ts'
import { capital } from '../parts/numbers.ts'
import styles from '../programs.module.css'
import audits from './audits.module.css'

type Asked = Awaited<ReturnType<typeof api.programs.asked>>[number]

/** One record that a verifier asks to see on this very screen. */
export function AskedRecord({ record }: { record: Asked }) {
  const text = useTexts(auditTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const shows = useMay(showers)
  const show = useMutation({
    mutationFn: (shown: boolean) => api.programs.showRecord({ id: record.id, shown }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['asked'] }),
  })
  return (
    <li className={styles.card}>
      <span className={styles.cardHead}>
        <strong>{record.title[language]}</strong>
        <span className={styles.badge} data-state={record.outcome === 'waiting' ? 'turn' : record.outcome}>
          {text.outcomes[record.outcome]}
        </span>
      </span>
      <span className={styles.soft}>
        {text.askedBy(record.askedBy)}
        {record.through && ` ${text.through(record.through)}`} · {capital(record.periodLabel[language])} ·{' '}
        {moment(record.drawnAt, language)}
      </span>
      <dl className={audits.record}>
        <dt>{record.label[language]}</dt>
        <dd>{longDay(record.happenedOn, language)}</dd>
        {record.record && (
          <>
            <dt>{text.record}</dt>
            <dd>
              {record.record.opensAt ? (
                <Link to={record.record.opensAt}>{record.record.line}</Link>
              ) : (
                record.record.line
              )}
            </dd>
          </>
        )}
        {record.quantity !== null && <Pair name={text.quantity} value={count(record.quantity, language)} />}
        {record.at.map(({ dimension, value }) => (
          <Pair key={dimension.es} name={dimension[language]} value={value[language]} />
        ))}
      </dl>
      {record.outcome === 'waiting' && shows && (
        <>
          <p className={styles.soft}>{text.showSure}</p>
          <span className={styles.bar}>
            <Button onClick={() => show.mutate(true)} loading={show.isPending}>
              {text.show}
            </Button>
            <Button variant="default" onClick={() => show.mutate(false)} disabled={show.isPending}>
              {text.cannotShow}
            </Button>
          </span>
        </>
      )}
      <Failure error={show.error} />
    </li>
  )
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{capital(name)}</dt>
      <dd>{value}</dd>
    </>
  )
}
