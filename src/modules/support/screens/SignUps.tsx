import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { activityTexts } from '../messages.desk.ts'
import styles from './support.module.css'

/** Those who left their details at the door: each is added to a list, or dismissed. */
export function SignUps({ id, count }: { id: string; count: number }) {
  const text = useTexts(activityTexts)
  const client = useQueryClient()
  const [listId, setListId] = useState('')
  const signUps = useQuery({
    queryKey: ['activities', id, 'sign-ups', count],
    queryFn: () => api.support.signUps({ id }),
  })
  const lists = useQuery({ queryKey: ['lists'], queryFn: () => api.team.lists() })
  const list = listId || lists.data?.[0]?.id
  const settle = useMutation({
    mutationFn: (of: { id: string; taken: boolean }) =>
      of.taken
        ? api.support.takeUp({ id: of.id, personId: crypto.randomUUID(), listId: list! })
        : api.support.dismiss({ id: of.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['activities'] }),
  })
  return (
    <Section title={text.signUps}>
      {signUps.data?.length === 0 && <p className={styles.soft}>{text.noSignUps}</p>}
      {signUps.data && signUps.data.length > 0 && (
        <NativeSelect
          label={text.list}
          value={list}
          onChange={(event) => setListId(event.currentTarget.value)}
          data={lists.data?.map(({ id: value, name }) => ({ value, label: name })) ?? []}
        />
      )}
      <Failure error={signUps.error ?? settle.error} />
      <ul className={styles.rows}>
        {signUps.data?.map((one) => (
          <li key={one.id}>
            <span>
              {one.handle} {one.phone && <span className={styles.soft}>{one.phone}</span>}
            </span>
            <span className={styles.bar}>
              <Button size="xs" variant="subtle" onClick={() => settle.mutate({ id: one.id, taken: false })}>
                {text.dismiss}
              </Button>
              <Button
                size="sm"
                disabled={!list || settle.isPending}
                onClick={() => settle.mutate({ id: one.id, taken: true })}
              >
                {text.takeUp}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
