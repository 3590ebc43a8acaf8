import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { percent } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { awardTexts } from '../../messages.awards.ts'
import { figureTexts } from '../../messages.figures.ts'
import { reportTexts } from '../../messages.reports.ts'
import { FigureValue } from '../parts/FigureValue.tsx'
import { quantity } from '../parts/numbers.ts'
import type { ReportSeen } from '../parts/queries.ts'
import programs from '../programs.module.css'
import { ReportText } from './ReportText.tsx'
import styles from './report.module.css'

/** Each indicator as it was published, against its target, with what a person says of the difference. */
export function Progress({ report }: { report: ReportSeen }) {
  const text = useTexts(reportTexts)
  const awards = useTexts(awardTexts)
  const figures = useTexts(figureTexts)
  const [language] = useLanguage()
  const { awardId, period } = report
  const { data, error } = useQuery({
    queryKey: ['figures', awardId, period],
    queryFn: () => api.programs.figures({ awardId, period }),
  })
  // Where there is something to explain, or somebody did already, comes first; of the rest nobody has to say anything. What is
  // asked as the screen opens stays in its place: a box that is being written in does not move or fold as it is saved.
  const [askedFirst] = useState(() => new Set(report.variances.filter(isAsked).map(({ code }) => code)))
  const [isOpen] = useState(() => report.lacks.some(({ lack }) => lack === 'no_variance'))
  const asked = report.variances.filter(({ code }) => askedFirst.has(code))
  const others = report.variances.filter(({ code }) => !askedFirst.has(code))
  return (
    <div className={programs.stack}>
      <Failure error={error} />
      {data && data.figures.length > 0 && (
        <Scroll label={text.indicator} className={programs.tableWrap}>
          <table className={programs.table}>
            <thead>
              <tr>
                <th scope="col">{text.indicator}</th>
                <th scope="col" className={programs.right}>
                  {awards.achieved}
                </th>
                <th scope="col" className={programs.right}>
                  {awards.target}
                </th>
                <th scope="col" className={programs.right}>
                  {figures.share}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.figures.map((one) => (
                <tr key={one.indicatorId}>
                  <th scope="row" className={styles.named}>
                    {one.code} ·{' '}
                    <Link
                      to="/programs/figures/$indicatorId/$period"
                      params={{ indicatorId: one.indicatorId, period }}
                    >
                      {one.title[language]}
                    </Link>
                  </th>
                  <td className={programs.right}>
                    {one.figure ? (
                      <FigureValue value={one.figure.value} unit={one.figure.unit} />
                    ) : (
                      <span className={programs.soft}>{awards.notCounted}</span>
                    )}
                  </td>
                  <td className={`${programs.right} ${programs.number}`}>
                    {one.target && quantity(one.target.value, one.figure?.unit ?? 'records', language)}
                  </td>
                  <td className={`${programs.right} ${programs.number}`}>
                    {one.share !== null && percent(one.share, language)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {report.variances.length > 0 && (
        <details open={isOpen}>
          <summary>{text.variance}</summary>
          <p className={programs.soft}>{text.varianceHelp}</p>
          <Variances report={report} of={asked} />
          {others.length > 0 && (
            <details open={asked.length === 0}>
              <summary>{text.otherVariances}</summary>
              <Variances report={report} of={others} />
            </details>
          )}
        </details>
      )}
    </div>
  )
}

type Variance = ReportSeen['variances'][number]

const isAsked = ({ isOff, text: { es, en } }: Variance) => isOff || es !== '' || en !== ''

function Variances({ report, of }: { report: ReportSeen; of: readonly Variance[] }) {
  const [language] = useLanguage()
  return (
    <div className={programs.stack} style={{ marginTop: '1rem' }}>
      {of.map(({ code, title, text }) => (
        <ReportText
          key={code}
          id={report.id}
          section={`variance:${code}`}
          title={`${code} · ${title[language]}`}
          written={text}
          fixed={report.state.state !== 'draft'}
        />
      ))}
    </div>
  )
}
