import { Button, NumberInput, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { Qr } from '#ui/Qr.tsx'
import { boxTexts } from '../messages.box.ts'
import styles from './archive.module.css'

export type Link = { readonly number: number; readonly name: string; readonly token: string }

/** Names the trustees; more than half of them are enough unless said otherwise. */
export function NewBox({ voteId, onLinks }: { voteId: string; onLinks: (links: readonly Link[]) => void }) {
  const text = useTexts(boxTexts)
  const client = useQueryClient()
  const [names, setNames] = useState('')
  const [threshold, setThreshold] = useState<number | null>(null)
  const trustees = names
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean)
  const enough = threshold ?? Math.floor(trustees.length / 2) + 1
  const create = useMutation({
    mutationFn: (rehearsal: boolean) =>
      api.boxes.create({ voteId, id: crypto.randomUUID(), rehearsal, threshold: enough, trustees }),
    onSuccess: ({ links }) => {
      onLinks(links)
      return client.invalidateQueries({ queryKey: ['boxes', voteId] })
    },
  })
  return (
    <Section title={text.none}>
      <p>{text.noneHelp}</p>
      <Textarea
        label={text.trustees}
        autosize
        minRows={3}
        value={names}
        onChange={(event) => setNames(event.currentTarget.value)}
      />
      <NumberInput
        mt="sm"
        label={text.threshold}
        min={1}
        max={Math.max(1, trustees.length)}
        value={enough}
        onChange={(value) => setThreshold(Number(value))}
      />
      <Failure error={create.error} />
      <div className={styles.bar}>
        <Button
          disabled={trustees.length === 0}
          onClick={() => create.mutate(false)}
          loading={create.isPending}
        >
          {text.create}
        </Button>
        <Button variant="default" disabled={trustees.length === 0} onClick={() => create.mutate(true)}>
          {text.createRehearsal}
        </Button>
      </div>
    </Section>
  )
}

/** Shown once: each link is handed to one person. */
export function TrusteeLinks({ links }: { links: readonly Link[] }) {
  const text = useTexts(boxTexts)
  return (
    <Section title={text.links}>
      <p>{text.linksHelp}</p>
      <div className={styles.slips}>
        {links.map(({ number, name, token }) => {
          const address = `${location.origin}/custody#${token}`
          return (
            <div key={number} className={styles.slip}>
              <strong>{name}</strong>
              <Qr text={address} label={name} />
              <code data-link>{address}</code>
            </div>
          )
        })}
      </div>
    </Section>
  )
}
