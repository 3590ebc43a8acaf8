import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { dayTexts } from '../messages.day.ts'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import type { Officer, TableId } from '../schema.ts'
import { officerRoles } from '../words.ts'
import { SavingDialog } from './SavingDialog.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** The commission, who serves at each table, representatives and observers. */
export function Officers({ vote }: { vote: SeenVote }) {
  const text = useTexts(dayTexts)
  const desk = useTexts(deskTexts)
  const words = useTexts(voteWords)
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [role, setRole] = useState<Officer['role']>('commission')
  const [name, setName] = useState('')
  const [forWhom, setForWhom] = useState('')
  const [tableId, setTableId] = useState('')
  const { data, error } = useQuery({
    queryKey: ['votes', vote.id, 'officers'],
    queryFn: () => api.votes.officers({ id: vote.id }),
  })
  const remove = useMutation({
    mutationFn: (id: Officer['id']) => api.votes.removeOfficer({ voteId: vote.id, id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['votes', vote.id, 'officers'] }),
  })
  const tableOf = (id: string | null) => vote.tables.find((table) => table.id === id)
  return (
    <Section
      title={text.officers}
      actions={
        <Button variant="default" onClick={() => setAdding(true)}>
          {text.addOfficer}
        </Button>
      }
    >
      <Failure error={error ?? remove.error} />
      {data?.map((one) => {
        const table = tableOf(one.tableId)
        return (
          <div key={one.id} className={styles.row}>
            <span>
              {one.name}
              <br />
              <span className={styles.soft}>
                {[words.officerRoles[one.role], one.forWhom, table && text.table(table.number)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Button
              variant="subtle"
              onClick={() => remove.mutate(one.id)}
              aria-label={`${desk.remove}: ${one.name}`}
            >
              {desk.remove}
            </Button>
          </div>
        )
      })}
      {adding && (
        <SavingDialog
          vote={vote}
          title={text.addOfficer}
          ready={name.trim() !== ''}
          save={() =>
            api.votes.keepOfficer({
              voteId: vote.id,
              id: crypto.randomUUID() as Officer['id'],
              role,
              name,
              forWhom,
              tableId: (tableId || null) as TableId | null,
            })
          }
          onClose={() => setAdding(false)}
        >
          <NativeSelect
            label={text.officerRole}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as Officer['role'])}
            data={officerRoles.map((value) => ({ value, label: words.officerRoles[value]! }))}
          />
          <TextInput
            label={text.officerName}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={160}
          />
          <TextInput
            label={text.forWhom}
            value={forWhom}
            onChange={(event) => setForWhom(event.currentTarget.value)}
            maxLength={120}
          />
          <NativeSelect
            label={desk.forTable}
            value={tableId}
            onChange={(event) => setTableId(event.currentTarget.value)}
            data={[
              { value: '', label: text.everywhere },
              ...vote.tables.map(({ id, number }) => ({ value: id, label: text.table(number) })),
            ]}
          />
        </SavingDialog>
      )}
    </Section>
  )
}
