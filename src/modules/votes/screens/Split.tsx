import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { rollTexts } from '../messages.desk.ts'
import type { Mode, TableId } from '../schema.ts'
import { ModeAndTable } from './ModeAndTable.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** Gives a section, or everybody, one way of voting and a table. */
export function Split({ vote }: { vote: SeenVote }) {
  const text = useTexts(rollTexts)
  const client = useQueryClient()
  const [section, setSection] = useState('')
  const [mode, setMode] = useState<Mode>(vote.modes[0] ?? 'paper')
  const [tableId, setTableId] = useState<TableId | null>(vote.tables[0]?.id ?? null)
  const split = useMutation({
    mutationFn: () =>
      api.votes.split({
        id: vote.id,
        section: section.trim() || null,
        voterIds: null,
        mode,
        tableId: mode === 'remote' ? null : tableId,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['votes', vote.id] }),
  })
  return (
    <Section title={text.split}>
      <div className={styles.stack}>
        <p>{text.splitHelp}</p>
        <TextInput
          label={text.section}
          placeholder={text.everyone}
          value={section}
          onChange={(event) => setSection(event.currentTarget.value)}
          maxLength={80}
        />
        <ModeAndTable
          vote={vote}
          mode={mode}
          tableId={tableId}
          onChange={(way, table) => {
            setMode(way)
            setTableId(table)
          }}
        />
        <div>
          <Button variant="default" onClick={() => split.mutate()} loading={split.isPending}>
            {text.give}
          </Button>
        </div>
        {split.data && <p role="status">{text.given(split.data.people)}</p>}
        <Failure error={split.error} />
      </div>
    </Section>
  )
}
