import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/Page.tsx'
import { deskTexts } from '../../messages.desk.ts'
import styles from './desk.module.css'

const fields = ['name', 'phone', 'address', 'identifier'] as const
type Identity = Record<(typeof fields)[number], string | null>

/** What identifies somebody, closed until it is opened; whoever opens it is written down. */
export function IdentityCard({ personId }: { personId: string }) {
  const text = useTexts(deskTexts)
  const [identity, setIdentity] = useState<Identity>()
  const [editing, setEditing] = useState(false)
  const open = useMutation({ mutationFn: () => api.people.open({ id: personId }), onSuccess: setIdentity })
  const save = useMutation({
    mutationFn: async (changed: Identity) => {
      await api.people.keepIdentity({ id: personId, ...changed })
      return changed
    },
    onSuccess: (changed) => {
      setIdentity(changed)
      setEditing(false)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    save.mutate(
      Object.fromEntries(fields.map((field) => [field, String(form.get(field)).trim() || null])) as Identity,
    )
  }
  if (!identity) {
    return (
      <Card>
        <p className={styles.soft}>{text.openNameHelp}</p>
        <Failure error={open.error} />
        <Button variant="default" mt="xs" onClick={() => open.mutate()} loading={open.isPending}>
          {text.openName}
        </Button>
      </Card>
    )
  }
  if (editing) {
    return (
      <Card>
        <form onSubmit={submit} className={styles.form}>
          {fields.map((field) => (
            <TextInput
              key={field}
              name={field}
              label={text[field]}
              defaultValue={identity[field] ?? ''}
              autoComplete="off"
            />
          ))}
          <Failure error={save.error} />
          <div className={styles.bar}>
            <Button type="submit" loading={save.isPending}>
              {text.save}
            </Button>
            <Button variant="default" onClick={() => setEditing(false)}>
              {text.cancel}
            </Button>
          </div>
        </form>
      </Card>
    )
  }
  return (
    <Card>
      <dl className={styles.stack} style={{ margin: 0 }}>
        {fields.map((field) => (
          <div key={field}>
            <dt className={styles.soft}>{text[field]}</dt>
            <dd style={{ margin: 0 }}>{identity[field] ?? text.none}</dd>
          </div>
        ))}
      </dl>
      <Button variant="default" mt="md" onClick={() => setEditing(true)}>
        {text.editIdentity}
      </Button>
    </Card>
  )
}
