import { NumberInput } from '@mantine/core'
import { useTexts } from '#ui/language.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { campaignWords } from '../../messages.ts'
import styles from './desk.module.css'
import tally from './tally.module.css'

export type Row = { key: string; name: string }
/** What was counted in each row, by level; `''` where nothing was written. */
export type Counts = Readonly<Record<string, readonly (number | '')[]>>

export const levels = [1, 2, 3, 4, 5] as const
const blank = ['', '', '', '', ''] as const

export const totalOf = (counts: readonly (number | '')[] = blank): number =>
  counts.reduce<number>((sum, count) => sum + (count || 0), 0)

/** The sheet as it lies on the table: a row for each place, a column for each level; Tab goes from one number to the next. */
export function TallyGrid({
  rows,
  counts,
  onChange,
}: {
  rows: readonly Row[]
  counts: Counts
  onChange: (key: string, counts: readonly (number | '')[]) => void
}) {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const set = (key: string, at: number, count: number | '') =>
    onChange(
      key,
      (counts[key] ?? blank).map((one, index) => (index === at ? count : one)),
    )
  return (
    <Scroll label={text.tallyCounts}>
      <table className={`${styles.table} ${styles.counts} ${tally.tally}`}>
        <thead>
          <tr>
            <td />
            {levels.map((level) => (
              <th key={level} scope="col" className={tally.level}>
                {level}
                <small>{words.levelShort[level]}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {levels.map((level, at) => (
                <td key={level}>
                  <NumberInput
                    aria-label={`${name}: ${level} · ${words.levels[level]}`}
                    value={(counts[key] ?? blank)[at]!}
                    onChange={(count) => set(key, at, count === '' ? '' : Number(count))}
                    min={0}
                    max={999}
                    allowDecimal={false}
                    hideControls
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
