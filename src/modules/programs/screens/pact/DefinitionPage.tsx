import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { moment } from '#ui/format.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { pactTexts } from '../../messages.pact.ts'
import { programWords } from '../../messages.ts'
import { officers } from '../../roles.ts'
import { PactBadge } from '../parts/PactBadge.tsx'
import styles from '../programs.module.css'
import { Content } from './Content.tsx'
import { Impact } from './Impact.tsx'
import { Parties } from './Parties.tsx'
import { SayBar } from './SayBar.tsx'

/** One version of a definition: what it means, how it is counted, how each party reads it, and what each said of it. */
export function DefinitionPage() {
  const { definitionId: id } = useParams({ strict: false }) as { definitionId: string }
  const text = useTexts(pactTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const manages = useMay(officers)
  const { data, error } = useQuery({
    queryKey: ['definition', id],
    queryFn: () => api.programs.definition({ id }),
  })
  if (!data) return <Page title={text.title}>{<Failure error={error} />}</Page>
  const { state } = data.state
  const free = state === 'draft' && data.signatures.length === 0
  const writes = manages && data.side === 'program'
  const others = data.versions.filter((one) => one.id !== id)
  return (
    <Page
      title={data.title[language]}
      lead={[data.code, words.levels[data.level], words.version(data.version), data.awardName].join(' · ')}
      actions={
        writes &&
        state !== 'superseded' && (
          <LinkButton
            to="/programs/indicators/$indicatorId/write"
            params={{ indicatorId: data.indicatorId }}
            search={{ from: id }}
            variant="default"
          >
            {free ? text.edit : text.propose}
          </LinkButton>
        )
      }
    >
      <div className={styles.stack}>
        <div>
          <PactBadge state={state} />
        </div>
        {data.state.state === 'signed' && (
          <Notice kind="good" title={text.frozen}>
            {moment(data.state.at, language)}
          </Notice>
        )}
        {data.state.state === 'superseded' && (
          <Notice kind="warn" title={text.superseded(data.state.byVersion)} />
        )}
      </div>
      <Content definition={data} />
      {writes && (state === 'draft' || state === 'disputed') && <Impact id={id} />}
      <Parties definition={data} />
      <SayBar definition={data} />
      {others.length > 0 && (
        <Section title={text.versions}>
          <ul className={styles.list}>
            {others.map((one) => (
              <li key={one.id}>
                <Link to="/programs/definitions/$definitionId" params={{ definitionId: one.id }}>
                  {words.version(one.version)}
                </Link>{' '}
                <PactBadge state={one.state.state} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p className={styles.soft} style={{ marginTop: '2rem' }}>
        {words.fingerprint} <span className={styles.mono}>{data.digest}</span>
      </p>
    </Page>
  )
}
