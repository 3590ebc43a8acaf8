import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { activityTexts } from '../messages.desk.ts'
import styles from './support.module.css'

type SignUp = Awaited<ReturnType<typeof api.support.signUps>>[number]

/** Those who left their details at the door: each is added to a list, or dismissed. */
export function SignUps({ id, count }: { id: string; count: number }) {
  const text = useTexts(activityTexts)
  const client = useQueryClient()
  const [listId, setListId] = useState('')
  // Read by a tap and not again by itself: each reading is a line in the log.
  const [read, setRead] = useState<SignUp[]>()
  const signUps = useMutation({ mutationFn: () => api.support.signUps({ id }), onSuccess: setRead })
  const lists = useQuery({ queryKey: ['lists'], queryFn: () => api.team.lists() })
  const list = listId || lists.data?.[0]?.id
  const settle = useMutation({
    mutationFn: (of: { id: string; taken: boolean }) =>
      of.taken
        ? api.support.takeUp({ id: of.id, personId: crypto.randomUUID(), listId: list! })
        : api.support.dismiss({ id: of.id }),
    onSuccess: (_, of) => {
      setRead((known) => known?.filter((one) => one.id !== of.id))
      return client.invalidateQueries({ queryKey: ['activities'] })
    },
  })
  return (
    <Section title={text.signUps}>
      {count === 0 && !read?.length && <p className={styles.soft}>{text.noSignUps}</p>}
      {count > (read?.length ?? 0) && (
        <>
          <p>{text.signUpsLeft(count)}</p>
          <p className={styles.soft}>{text.readLogged}</p>
          <Button variant="default" onClick={() => signUps.mutate()} loading={signUps.isPending}>
            {text.readSignUps}
          </Button>
        </>
      )}
      {read && read.length > 0 && (
        <NativeSelect
          label={text.list}
          value={list}
          onChange={(event) => setListId(event.currentTarget.value)}
          data={lists.data?.map(({ id: value, name }) => ({ value, label: name })) ?? []}
        />
      )}
      <Failure error={signUps.error ?? settle.error} />
      <ul className={styles.rows}>
        {read?.map((one) => (
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
