import { useTexts } from '#ui/language.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { reportTexts } from '../../messages.reports.ts'
import type { ReportSeen } from '../parts/queries.ts'
import programs from '../programs.module.css'
import styles from './report.module.css'

type Previews = ReportSeen['blocks'][number]['preview']['es']

/** What the record already says in a block: the tables and numbers that the paper will hold. */
export function Preview({ of }: { of: Previews }) {
  const text = useTexts(reportTexts)
  if (of.length === 0) return <p className={styles.evidence}>{text.nothingRecorded}</p>
  return (
    <div className={programs.stack}>
      {of.map((one) =>
        one.shows === 'table' ? (
          <Table key={one.caption} of={one} />
        ) : (
          <dl key={one.items.map(({ label }) => label).join()} className={styles.numbers}>
            {one.items.map(({ value, label, detail }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
                {detail && <dd className={programs.soft}>{detail}</dd>}
              </div>
            ))}
          </dl>
        ),
      )}
    </div>
  )
}

/** A code such as OTC-2 is not cut at its hyphen. */
const whole = (cell: string): string =>
  /^\p{L}{1,6}-[\d.]{1,6}$/u.test(cell) ? cell.replace('-', '‑') : cell

function Table({ of }: { of: Extract<Previews[number], { shows: 'table' }> }) {
  const text = useTexts(reportTexts)
  const side = (at: number) => (of.ends[at] ? programs.right : undefined)
  return (
    <Scroll label={of.caption} className={programs.tableWrap}>
      <table className={programs.table}>
        <caption>{of.caption}</caption>
        <thead>
          <tr>
            {of.headers.map((header, at) => (
              <th key={header} scope="col" className={side(at)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, at) => (
                <td key={of.headers[at]} className={side(at)}>
                  {whole(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {of.more > 0 && <p className={programs.soft}>{text.moreRows(of.more)}</p>}
    </Scroll>
  )
}
