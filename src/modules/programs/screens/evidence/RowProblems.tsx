import { useLanguage, useTexts } from '#ui/language.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { workbookTexts } from '../../messages.workbooks.ts'
import type { Both } from '../../schema.ts'
import styles from '../programs.module.css'

type Problem = { row: number; column: string; written: string; text: Both }

/** What is wrong with a workbook, cell by cell, by the row numbers that its owner sees. */
export function RowProblems({ problems }: { problems: readonly Problem[] }) {
  const text = useTexts(workbookTexts)
  const [language] = useLanguage()
  return (
    <Scroll label={text.problem} className={styles.tableWrap}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.right}>
              {text.row}
            </th>
            <th scope="col">{text.problem}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((one) => (
            <tr key={`${one.row} ${one.column} ${one.text.en}`}>
              <th scope="row" className={styles.right}>
                {one.row}
              </th>
              <td>
                {one.text[language]}
                <div className={styles.soft}>{text.cell(one.column, one.written)}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
