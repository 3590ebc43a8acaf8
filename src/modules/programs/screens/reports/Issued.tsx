import { useQuery } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { reportTexts } from '../../messages.reports.ts'
import styles from '../programs.module.css'
import { Papers } from './Papers.tsx'

/** What a funder sees: reports as they were submitted, each to be downloaded and compared by its fingerprint. */
export function Issued() {
  const text = useTexts(reportTexts)
  const [language] = useLanguage()
  const { data, error } = useQuery({ queryKey: ['issued'], queryFn: () => api.programs.issued() })
  return (
    <Page title={text.issued} lead={text.issuedLead}>
      <Failure error={error} />
      {data?.length === 0 && <Empty title={text.noIssued} />}
      <ul className={styles.list}>
        {data?.map((report) => (
          <li key={`${report.id} ${report.edition}`} className={styles.card}>
            <span className={styles.cardHead}>
              <strong>
                {report.awardName}, {report.periodLabel[language]}
              </strong>
              <span className={styles.badge}>{text.edition(report.edition)}</span>
            </span>
            <span className={styles.soft}>
              {report.programName} · {text.submittedOn(moment(report.submittedAt, language))}
            </span>
            <span className={styles.mono}>{report.digest}</span>
            <Papers id={report.id} edition={report.edition} name={`${report.awardName} ${report.period}`} />
          </li>
        ))}
      </ul>
    </Page>
  )
}
