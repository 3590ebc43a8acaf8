import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { percent } from '#ui/format.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { awardTexts } from '../../messages.awards.ts'
import { figureTexts } from '../../messages.figures.ts'
import { programWords } from '../../messages.ts'
import type { Both } from '../../schema.ts'
import { FigureValue } from '../parts/FigureValue.tsx'
import { quantity } from '../parts/numbers.ts'
import { PactBadge } from '../parts/PactBadge.tsx'
import type { FigureSeen } from '../parts/queries.ts'
import programs from '../programs.module.css'
import styles from './figures.module.css'
import { TargetDialog } from './TargetDialog.tsx'

/** An indicator with what was achieved, its target, and how far it is; a declared value stands apart. */
export function FigureRow({ figure, period, periodLabel, onEdit }: Props) {
  const text = useTexts(awardTexts)
  const words = useTexts(programWords)
  const figureWords = useTexts(figureTexts)
  const [language] = useLanguage()
  const [targeting, setTargeting] = useState(false)
  const { definition, share, target, indicatorId } = figure
  const unit = figure.figure?.unit ?? 'records'
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span className={programs.soft}>
          {figure.code} · {words.levels[figure.level]}{' '}
          <button
            type="button"
            className={`${styles.plain} no-print`}
            aria-label={text.changeIndicator(figure.code)}
            onClick={onEdit}
          >
            {text.change}
          </button>
        </span>
        {definition ? (
          <Link
            to="/programs/figures/$indicatorId/$period"
            params={{ indicatorId, period }}
            className={styles.title}
          >
            {figure.title[language]}
          </Link>
        ) : (
          <span className={styles.title}>{figure.title[language]}</span>
        )}
        {definition ? (
          <Link
            to="/programs/definitions/$definitionId"
            params={{ definitionId: definition.id }}
            className={styles.definition}
          >
            <PactBadge state={definition.state.state} /> {words.version(definition.version)}
          </Link>
        ) : (
          <LinkButton
            to="/programs/indicators/$indicatorId/write"
            params={{ indicatorId }}
            variant="default"
            size="compact-md"
          >
            {text.write}
          </LinkButton>
        )}
      </div>
      <div className={styles.numbers}>
        <div className={styles.achieved}>
          {figure.figure ? (
            <FigureValue
              value={figure.achieved.kind === 'none' ? figure.figure.value : figure.achieved}
              unit={unit}
            />
          ) : (
            <span className={programs.soft}>{definition ? text.notCounted : text.noDefinition}</span>
          )}
        </div>
        <div className={styles.target}>
          {target ? (
            <button type="button" className={styles.plain} onClick={() => setTargeting(true)}>
              {text.target}: {quantity(target.value, unit, language)}
              {target.cumulative && `, ${text.cumulativeShort}`}
            </button>
          ) : (
            definition && (
              <button type="button" className={`${styles.plain} no-print`} onClick={() => setTargeting(true)}>
                {text.setTarget}
              </button>
            )
          )}
        </div>
        {share !== null && <Meter share={share} label={percent(share, language)} />}
        {figure.withheld && <p className={programs.soft}>{figure.withheld[language]}</p>}
        {figure.declared.map((one) => (
          <p key={one.id} className={styles.declared}>
            <span className={programs.number}>{quantity(one.value, one.unit, language)}</span>{' '}
            {one.base !== null && `${figureWords.base(quantity(one.base, 'records', language))} · `}
            {text.declaredFrom(one.source)}
          </p>
        ))}
      </div>
      {targeting && (
        <TargetDialog
          figure={figure}
          period={period}
          periodLabel={periodLabel[language]}
          onClose={() => setTargeting(false)}
        />
      )}
    </li>
  )
}

/** Achieved in relation to the target; past all of it, the bar is full and the words say how far. */
function Meter({ share, label }: { share: number; label: string }) {
  const full = Math.min(1, Math.max(0, share))
  return (
    <div className={styles.meter}>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.fill} style={{ inlineSize: `${full * 100}%` }} />
      </div>
      <span className={programs.number}>{label}</span>
    </div>
  )
}

type Props = { figure: FigureSeen; period: string; periodLabel: Both; onEdit: () => void }
