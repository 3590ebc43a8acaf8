import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { figureTexts } from '../../messages.figures.ts'
import { FigureValue } from '../parts/FigureValue.tsx'
import { capital, shownOf } from '../parts/numbers.ts'
import type { FigureOpen } from '../parts/queries.ts'
import styles from '../programs.module.css'
import figures from './figure.module.css'

type Figure = NonNullable<FigureOpen['figure']>

/** The figure by its dimensions; what is protected is said so in its place, and the note says why. */
export function Breakdown({ figure }: { figure: Figure }) {
  const text = useTexts(figureTexts)
  const [language] = useLanguage()
  const hasBase = figure.rows.some(({ base }) => base.kind !== 'none')
  const largest = Math.max(...figure.rows.map(({ value }) => shownOf(value) ?? 0), 0)
  return (
    <Section title={text.breakdown}>
      <div className={styles.stack}>
        <Scroll label={text.breakdown} className={styles.tableWrap}>
          <table className={`${styles.table} ${figures.bars}`}>
            <thead>
              <tr>
                {figure.breakdown.map(({ id, label }) => (
                  <th key={id} scope="col">
                    {capital(label[language])}
                  </th>
                ))}
                <th scope="col" className={styles.right}>
                  {text.value}
                </th>
                {hasBase && (
                  <th scope="col" className={styles.right}>
                    {text.baseOf}
                  </th>
                )}
                <td aria-hidden="true" />
              </tr>
            </thead>
            <tbody>
              {figure.rows.map((row) => (
                <tr key={JSON.stringify(row.at)}>
                  {row.label.map((label, at) =>
                    at === 0 ? (
                      <th key={figure.breakdown[at]?.id} scope="row">
                        {label[language]}
                      </th>
                    ) : (
                      <td key={figure.breakdown[at]?.id}>{label[language]}</td>
                    ),
                  )}
                  <td className={styles.right}>
                    <FigureValue value={row.value} unit={figure.unit} />
                  </td>
                  {hasBase && (
                    <td className={styles.right}>
                      <FigureValue value={row.base} unit="records" />
                    </td>
                  )}
                  <td aria-hidden="true">
                    {row.value.kind === 'shown' && largest > 0 && (
                      <div className={figures.track}>
                        <div
                          className={figures.fill}
                          style={{ inlineSize: `${(100 * row.value.value) / largest}%` }}
                        />
                      </div>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        {figure.note && <p className={styles.soft}>{figure.note[language]}</p>}
      </div>
    </Section>
  )
}
