import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { rollTexts } from '../messages.desk.ts'
import { importTexts } from '../messages.import.ts'
import type { Mode, TableId } from '../schema.ts'
import { RollImport } from './import/RollImport.tsx'
import { ModeAndTable } from './ModeAndTable.tsx'
import { SecondPerson, useAgreed } from './SecondPerson.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** Adds people to the roll: copied from a list, or pasted from a file. */
export function Enrolling({ vote }: { vote: SeenVote }) {
  const text = useTexts(rollTexts)
  const brought = useTexts(importTexts)
  const client = useQueryClient()
  const [mode, setMode] = useState<Mode>(vote.modes[0] ?? 'paper')
  const [tableId, setTableId] = useState<TableId | null>(vote.tables[0]?.id ?? null)
  const [listId, setListId] = useState('')
  const lists = useQuery({ queryKey: ['lists'], queryFn: () => api.team.lists() })
  const refresh = () => client.invalidateQueries({ queryKey: ['votes', vote.id] })
  const where = { mode, tableId: mode === 'remote' ? null : tableId }
  const chosen = listId || (lists.data?.[0]?.id ?? '')
  const { agreed } = useAgreed(vote.id)
  const copy = useMutation({
    mutationFn: () => api.votes.enrolList({ id: vote.id, listId: chosen as never, ...where, ...agreed }),
    onSuccess: refresh,
  })
  return (
    <Section title={text.add}>
      <div className={styles.stack}>
        <ModeAndTable
          vote={vote}
          mode={mode}
          tableId={tableId}
          onChange={(way, table) => {
            setMode(way)
            setTableId(table)
          }}
        />
        {lists.data && lists.data.length > 0 && (
          <div className={styles.bar} style={{ alignItems: 'end' }}>
            <NativeSelect
              label={text.fromList}
              description={text.listHelp}
              value={chosen}
              onChange={(event) => setListId(event.currentTarget.value)}
              data={lists.data.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Button variant="default" onClick={() => copy.mutate()} loading={copy.isPending}>
              {text.bring}
            </Button>
          </div>
        )}
        {copy.data && <p role="status">{text.copied(copy.data.added, copy.data.withoutName)}</p>}
        <Failure error={copy.error} />
        <SecondPerson vote={vote} error={copy.error} onRetry={() => copy.mutate()} />
        <h3>{brought.title}</h3>
        <RollImport vote={vote} where={where} />
      </div>
    </Section>
  )
}
