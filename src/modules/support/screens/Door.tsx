import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { count, moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { Qr } from '#ui/Qr.tsx'
import { activityTexts } from '../messages.desk.ts'
import styles from './support.module.css'

const steps = [1, 5, -1] as const

/** The count at the door: by a tap here, or by a scan of whoever arrives. */
export function Door({
  activity: { id, title, counted },
  open,
}: {
  activity: { id: string; title: string; counted: number }
  open: boolean
}) {
  const text = useTexts(activityTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['activities'] })
  const tap = useMutation({
    mutationFn: (people: number) => api.support.count({ id, countId: crypto.randomUUID(), people }),
    onSuccess: refresh,
  })
  const door = useMutation({ mutationFn: () => api.support.openDoor({ id }) })
  return (
    <Section title={text.door}>
      <p className={styles.soft}>{open ? text.doorHelp : text.doorClosed}</p>
      <div className={styles.counter}>
        <output aria-label={text.total} aria-live="polite">
          {count(counted, language)}
        </output>
        {open && (
          <fieldset className="no-print">
            <legend className={styles.hidden}>{text.count}</legend>
            {steps.map((people) => (
              <Button
                key={people}
                variant={people === 1 ? 'filled' : 'default'}
                size="lg"
                onClick={() => tap.mutate(people)}
                disabled={counted + people < 0}
              >
                {people > 0 ? `+${people}` : `−${-people}`}
              </Button>
            ))}
          </fieldset>
        )}
      </div>
      <Failure error={tap.error ?? door.error} />
      {open && !door.data && (
        <Button variant="default" onClick={() => door.mutate()} loading={door.isPending}>
          {text.openDoor}
        </Button>
      )}
      {open && door.data && (
        <div className={styles.poster}>
          <strong>{title}</strong>
          <Qr text={`${location.origin}/here#${door.data.token}`} label={text.scan} />
          <span>{text.scan}</span>
          <span className={`${styles.soft} no-print`}>
            {text.doorUntil(moment(door.data.until, language))}
          </span>
          <Button variant="default" onClick={() => print()} className="no-print">
            {text.print}
          </Button>
        </div>
      )}
    </Section>
  )
}
