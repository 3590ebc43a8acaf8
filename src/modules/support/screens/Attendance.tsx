import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { activityTexts } from '../messages.desk.ts'
import styles from './support.module.css'

/** The sheet at the table: somebody is looked up and noted by a tap, and taken off by another. */
export function Attendance({ id, open }: { id: string; open: boolean }) {
  const text = useTexts(activityTexts)
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed.trim())
  const sheet = useQuery({
    queryKey: ['activities', id, 'attendance'],
    queryFn: () => api.support.attendance({ id }),
  })
  const found = useQuery({
    queryKey: ['reached', sought],
    queryFn: () => api.support.findPeople({ text: sought }),
    enabled: sought !== '',
  })
  const onSuccess = () => client.invalidateQueries({ queryKey: ['activities'] })
  const attend = useMutation({
    mutationFn: (personId: string) => api.support.attend({ id, people: [personId] }),
    onSuccess: () => {
      setTyped('')
      return onSuccess()
    },
  })
  const takeOff = useMutation({
    mutationFn: (personId: string) => api.support.unattend({ id, personId }),
    onSuccess,
  })
  const here = new Set(sheet.data?.map((one) => one.id))
  return (
    <Section title={text.who}>
      {open && (
        <TextInput
          label={text.find}
          description={text.whoHelp}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          className="no-print"
        />
      )}
      {sought && found.data?.length === 0 && <p className={styles.soft}>{text.notFound}</p>}
      {sought && (
        <ul className={styles.rows} aria-live="polite">
          {found.data
            ?.filter((one) => !here.has(one.id))
            .map((one) => (
              <li key={one.id}>
                <span>{one.handle}</span>
                <Button size="sm" onClick={() => attend.mutate(one.id)} disabled={attend.isPending}>
                  {text.here}
                </Button>
              </li>
            ))}
        </ul>
      )}
      <Failure error={sheet.error ?? attend.error ?? takeOff.error} />
      <h3 className={styles.total} aria-live="polite">
        {text.attended(sheet.data?.length ?? 0)}
      </h3>
      {sheet.data?.length === 0 && <p className={styles.soft}>{open ? text.noOne : text.noOneCame}</p>}
      <ul className={styles.rows}>
        {sheet.data?.map((one) => (
          <li key={one.id}>
            <span>{one.handle}</span>
            {open && (
              <Button size="xs" variant="subtle" onClick={() => takeOff.mutate(one.id)} className="no-print">
                {text.takeOff}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
