import { NativeSelect } from '@mantine/core'
import { useTexts } from '#ui/language.tsx'
import { dayTexts } from '../messages.day.ts'
import { rollTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import type { Mode, TableId } from '../schema.ts'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

type Props = {
  vote: SeenVote
  mode: Mode
  tableId: TableId | null
  onChange: (mode: Mode, tableId: TableId | null) => void
}

/** How somebody votes, and at which table; who votes remotely has none. */
export function ModeAndTable({ vote, mode, tableId, onChange }: Props) {
  const text = useTexts(rollTexts)
  const day = useTexts(dayTexts)
  const words = useTexts(voteWords)
  return (
    <div className={styles.bar} style={{ alignItems: 'end' }}>
      <NativeSelect
        label={text.mode}
        value={mode}
        onChange={(event) => onChange(event.currentTarget.value as Mode, tableId)}
        data={vote.modes.map((value) => ({ value, label: words.modes[value]! }))}
      />
      {mode !== 'remote' && (
        <NativeSelect
          label={text.table}
          value={tableId ?? ''}
          onChange={(event) => onChange(mode, (event.currentTarget.value || null) as TableId | null)}
          data={[
            { value: '', label: text.noTable },
            ...vote.tables.map(({ id, number, place }) => ({
              value: id,
              label: `${day.table(number)} · ${place}`,
            })),
          ]}
        />
      )}
    </div>
  )
}
