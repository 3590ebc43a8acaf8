import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Empty, Page, Section } from '#ui/Page.tsx'
import { figureTexts } from '../../messages.figures.ts'
import { programWords } from '../../messages.ts'
import type { Both } from '../../schema.ts'
import { PactBadge } from '../parts/PactBadge.tsx'
import styles from '../programs.module.css'
import { Behind } from './Behind.tsx'
import { Breakdown } from './Breakdown.tsx'
import { DeclaredValues } from './DeclaredValues.tsx'
import figures from './figure.module.css'
import { Headline } from './Headline.tsx'

/** One figure, opened: the number, what it means and who signed that, how it is counted, and what it counts. */
export function FigurePage() {
  const { indicatorId, period } = useParams({ strict: false }) as { indicatorId: string; period: string }
  const text = useTexts(figureTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['figures', 'open', indicatorId, period],
    queryFn: () => api.programs.openFigure({ indicatorId, period }),
  })
  if (!data) return <Page title={text.title}>{<Failure error={error} />}</Page>
  const { definition, figure } = data
  return (
    <Page
      title={data.title[language]}
      lead={[data.code, words.levels[data.level], data.periodLabel[language]].join(' · ')}
      actions={
        figure && (
          <LinkButton to="/programs/audits" search={{ indicator: indicatorId, period }} variant="default">
            {text.audit}
          </LinkButton>
        )
      }
    >
      <div className={styles.stack}>
        {figure ? (
          <Headline opened={data} figure={figure} />
        ) : (
          <Empty title={data.withheld?.[language] ?? text.notPublished}>
            {!data.withheld && <p>{text.notPublishedHelp}</p>}
          </Empty>
        )}
        {data.stale && <Notice kind="warn" title={text.stale} />}
        {data.words && <p className={figures.sentence}>{data.words[language]}</p>}
      </div>
      <Section title={text.meaning}>
        <div className={styles.stack}>
          {data.text && <p>{data.text[language]}</p>}
          {(data.counts.length > 0 || data.countsNot.length > 0) && (
            <div className={figures.two}>
              <Examples title={text.counts} examples={data.counts} />
              <Examples title={text.countsNot} examples={data.countsNot} />
            </div>
          )}
          {definition && (
            <p className={styles.bar}>
              <Link to="/programs/definitions/$definitionId" params={{ definitionId: definition.id }}>
                {text.openDefinition}
              </Link>
              <span className={styles.bar}>
                <PactBadge state={definition.state.state} /> {words.version(definition.version)}
              </span>
            </p>
          )}
          {definition && definition.state.state !== 'signed' && <Notice kind="warn" title={text.unsigned} />}
        </div>
      </Section>
      {figure && figure.rows.length > 0 && <Breakdown figure={figure} />}
      <DeclaredValues opened={data} period={period} />
      <Behind opened={data} period={period} />
    </Page>
  )
}

function Examples({ title, examples }: { title: string; examples: readonly Both[] }) {
  const [language] = useLanguage()
  if (examples.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {examples.map((example) => (
          <li key={`${example.es} ${example.en}`}>{example[language] || example.es || example.en}</li>
        ))}
      </ul>
    </div>
  )
}
