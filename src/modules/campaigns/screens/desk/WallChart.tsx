import { useTexts } from '#ui/language.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import type { Chart, ChartCell } from '../../chart.ts'
import { deskTexts } from '../../messages.desk.ts'
import { campaignWords } from '../../messages.ts'
import { coverageOf, sumOf } from '../../rules.ts'
import type { Level } from '../../schema.ts'
import styles from './WallChart.module.css'

/** The wall chart as a table: one row a department or route, one column a shift, each square a bar and its numbers. */
export function WallChart({ chart, caption }: { chart: Chart; caption: string }) {
  const text = useTexts(deskTexts)
  return (
    <Scroll label={caption}>
      <table className={styles.chart}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <td />
            {chart.shifts.map((shift) => (
              <th key={shift?.id ?? 'none'} scope="col">
                {shift?.name ?? text.noShift}
              </th>
            ))}
            <th scope="col">{text.total}</th>
          </tr>
        </thead>
        <tbody>
          {chart.rows.map(({ unit, cells }) => (
            <tr key={unit?.id ?? 'none'}>
              <th scope="row">{unit?.name ?? text.unplaced}</th>
              {cells.map((cell, at) => (
                <td key={cell.shiftId ?? 'none'} data-shift={chart.shifts[at]?.name ?? text.noShift}>
                  <Square cell={cell} />
                </td>
              ))}
              <td className={styles.total} data-shift={text.total}>
                <Square cell={totalOf(cells)} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.total}</th>
            {chart.shifts.map((shift, at) => (
              <td key={shift?.id ?? 'none'} className={styles.total} data-shift={shift?.name ?? text.noShift}>
                <Square cell={totalOf(chart.rows.map(({ cells }) => cells[at]!))} />
              </td>
            ))}
            <td className={styles.total} data-shift={text.total}>
              <Square cell={totalOf(chart.rows.flatMap(({ cells }) => cells))} />
            </td>
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}

const totalOf = (cells: readonly ChartCell[]): ChartCell => ({
  unitId: null,
  shiftId: null,
  ...sumOf(cells),
  tallied: cells.reduce((sum, { tallied }) => sum + tallied, 0),
})

/** One square: how many stand where, how many nobody assessed, and how many activists are missing. */
function Square({ cell }: { cell: ChartCell }) {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const size = Math.max(cell.people, cell.known)
  if (size === 0) return <span className={styles.nobody}>—</span>
  const assessed = cell.levels.reduce((sum, level) => sum + level, 0)
  const { activists, needed, missing } = coverageOf(cell)
  const share = (count: number) => `${(100 * count) / size}%`
  return (
    <div className={styles.square} data-gap={missing > 0 && activists === 0 ? 'open' : undefined}>
      <div className={styles.bar} aria-hidden="true">
        {cell.levels.map((count, at) =>
          count > 0 ? (
            <span key={levels[at]} data-level={at + 1} style={{ width: share(count) }}>
              {count / size > 0.09 ? count : ''}
            </span>
          ) : null,
        )}
        {cell.known > assessed && <span data-level="known" style={{ width: share(cell.known - assessed) }} />}
      </div>
      <span className={styles.hidden}>
        {cell.levels
          .map((count, at) => (count > 0 ? `${words.levelShort[(at + 1) as Level]}: ${count}. ` : ''))
          .join('')}
      </span>
      <span className={styles.numbers}>
        <span>{text.ofPeople(cell.known, size)}</span>
        <span className={missing > 0 ? styles.missing : undefined}>
          {missing > 0 ? text.gap(missing) : text.activists(activists, needed)}
        </span>
        {cell.tallied > 0 && <span>{text.tallied(cell.tallied)}</span>}
      </span>
    </div>
  )
}

const levels = [1, 2, 3, 4, 5] as const

export function Legend() {
  const words = useTexts(campaignWords)
  const text = useTexts(deskTexts)
  return (
    <ul className={styles.legend} aria-label={text.legend}>
      {levels.map((level) => (
        <li key={level}>
          <span className={styles.swatch} data-level={level} aria-hidden="true">
            {level}
          </span>
          {words.levels[level]}
        </li>
      ))}
      <li>
        <span className={styles.swatch} data-level="known" aria-hidden="true" />
        {text.unknown}
      </li>
    </ul>
  )
}
