import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { teamTexts } from '../messages.team.ts'
import { Failure } from './Failure.tsx'
import styles from './team.module.css'

export type List = { id: string; name: string }

/** The need-to-know compartments: who has a list sees its people and nobody else. */
export function Lists({ lists, onChange }: { lists: readonly List[]; onChange: () => void }) {
  const text = useTexts(teamTexts)
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: () => api.team.keepList({ id: crypto.randomUUID(), name: name.trim() }),
    onSuccess: () => {
      setName('')
      onChange()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <Section title={text.lists}>
      <p className={styles.soft}>{text.listsHelp}</p>
      <ul className={styles.tags}>
        {lists.map((list) => (
          <li key={list.id}>{list.name}</li>
        ))}
      </ul>
      <form onSubmit={submit} className={styles.inline}>
        <TextInput
          label={text.newList}
          placeholder={text.listName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={80}
        />
        <Button type="submit" variant="default" disabled={name.trim() === ''} loading={add.isPending}>
          {text.add}
        </Button>
      </form>
      <Failure error={add.error} />
    </Section>
  )
}
