import { moment, percent } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { figureTexts } from '../../messages.figures.ts'
import { programWords } from '../../messages.ts'
import { FigureValue } from '../parts/FigureValue.tsx'
import { quantity } from '../parts/numbers.ts'
import type { FigureOpen } from '../parts/queries.ts'
import styles from '../programs.module.css'
import figures from './figure.module.css'

type Figure = NonNullable<FigureOpen['figure']>

/** The number itself with its base, what it is held against, and when it was published. */
export function Headline({ opened, figure }: { opened: FigureOpen; figure: Figure }) {
  const text = useTexts(figureTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const { target, share } = opened
  return (
    <div className={figures.hero}>
      <div className={figures.big}>
        <FigureValue value={figure.value} unit={figure.unit} />
        {figure.value.kind === 'shown' && figure.unit !== 'percent' && (
          <span className={figures.unit}>{words.units[figure.unit]}</span>
        )}
        {figure.base.kind === 'shown' && (
          <span className={figures.unit}>{text.base(quantity(figure.base.value, 'records', language))}</span>
        )}
      </div>
      {figure.value.kind === 'hidden' && <p className={styles.soft}>{words.hiddenWhy}</p>}
      {target && (
        <dl className={styles.facts}>
          <div>
            <dt>{text.target}</dt>
            <dd>{quantity(target.value, figure.unit, language)}</dd>
          </div>
          <div>
            <dt>{text.achieved}</dt>
            <dd>
              <FigureValue value={opened.achieved} unit={figure.unit} />
            </dd>
          </div>
          {share !== null && (
            <div>
              <dt>{text.share}</dt>
              <dd>{percent(share, language)}</dd>
            </div>
          )}
        </dl>
      )}
      {figure.mayCountTwice && <p className={styles.soft}>{text.twice}</p>}
      <p className={styles.soft}>{text.publishedAt(moment(figure.publishedAt, language), figure.edition)}</p>
    </div>
  )
}
