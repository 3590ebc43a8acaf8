import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { dayTexts } from '../messages.day.ts'
import type { TableId } from '../schema.ts'
import { SavingDialog } from './SavingDialog.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** Where people vote; each table has its urn. */
export function Tables({ vote, leads }: { vote: SeenVote; leads: boolean }) {
  const text = useTexts(dayTexts)
  const [adding, setAdding] = useState(false)
  const [place, setPlace] = useState('')
  const [number, setNumber] = useState<number | string>(vote.tables.length + 1)
  const open = leads && (vote.state.name === 'preparing' || vote.state.name === 'called')
  return (
    <Section
      title={text.tables}
      actions={
        open && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {text.addTable}
          </Button>
        )
      }
    >
      {vote.tables.length === 0 && <p>{text.noTables}</p>}
      {vote.tables.map((table) => (
        <div key={table.id} className={styles.row}>
          <span>
            <strong>{text.table(table.number)}</strong> · {table.place}
          </span>
        </div>
      ))}
      {adding && (
        <SavingDialog
          vote={vote}
          title={text.addTable}
          ready={place.trim() !== '' && Number(number) > 0}
          save={() =>
            api.votes.keepTable({
              voteId: vote.id,
              id: crypto.randomUUID() as TableId,
              number: Number(number),
              place,
            })
          }
          onClose={() => setAdding(false)}
        >
          <NumberInput label={text.tableNumber} value={number} onChange={setNumber} min={1} max={999} />
          <TextInput
            label={text.tablePlace}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
            maxLength={200}
          />
        </SavingDialog>
      )}
    </Section>
  )
}
