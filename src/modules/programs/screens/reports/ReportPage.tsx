import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { reportTexts } from '../../messages.reports.ts'
import { capital } from '../parts/numbers.ts'
import type { ReportSeen } from '../parts/queries.ts'
import programs from '../programs.module.css'
import { Editions } from './Editions.tsx'
import { Papers } from './Papers.tsx'
import { Preview } from './Preview.tsx'
import { Progress } from './Progress.tsx'
import { ReportText } from './ReportText.tsx'
import styles from './report.module.css'
import { Stories } from './Stories.tsx'
import { Submission } from './Submission.tsx'

const opened: readonly string[] = ['progress', 'stories']

/** One report: what is written by people, what comes from the record, what is still missing, and its frozen editions. */
export function ReportPage() {
  const { reportId: id } = useParams({ strict: false }) as { reportId: string }
  const text = useTexts(reportTexts)
  const [language] = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['report', id],
    queryFn: () => api.programs.report({ id }),
  })
  if (!data) return <Page title={text.title}>{<Failure error={error} />}</Page>
  const isDraft = data.state.state === 'draft'
  return (
    <Page
      title={capital(data.periodLabel[language])}
      lead={
        <>
          <Link
            to="/programs/awards/$awardId"
            params={{ awardId: data.awardId }}
            search={{ period: data.period }}
          >
            {data.awardName}
          </Link>{' '}
          · {data.templateName[language]}
        </>
      }
    >
      {data.state.state === 'draft' ? (
        <Submission report={data} />
      ) : (
        <Notice kind="good" title={text.frozen}>
          <p>{moment(data.state.at, language)}</p>
          <p className={programs.mono}>{data.state.digest}</p>
        </Notice>
      )}
      {data.editions.length > 0 && <Editions report={data} />}
      <Section title={text.papers}>
        {isDraft && <p className={programs.soft}>{text.papersDraft}</p>}
        <Papers id={id} name={`${data.awardName} ${data.period}`} {...editionOf(data)} />
      </Section>
      <div className={programs.stack} style={{ marginTop: '2rem', gap: '1.25rem' }}>
        {data.blocks.map((block) =>
          block.kind === 'text' ? (
            <ReportText
              key={block.block}
              id={id}
              section={block.block}
              title={block.title[language]}
              help={block.help[language]}
              written={block.text}
              fixed={!isDraft}
            />
          ) : (
            <section key={block.block} className={styles.text}>
              <h3>{block.title[language]}</h3>
              <p className={programs.soft}>{block.help[language]}</p>
              {block.block === 'progress' && <Progress report={data} />}
              {block.block === 'stories' && <Stories report={data} />}
              {!opened.includes(block.block) && <Preview of={block.preview[language]} />}
            </section>
          ),
        )}
      </div>
    </Page>
  )
}

const editionOf = ({ editions }: ReportSeen) => {
  const last = Math.max(0, ...editions.map(({ edition }) => edition))
  return last > 0 ? { edition: last } : {}
}
