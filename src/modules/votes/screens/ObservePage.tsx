import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { OrgId } from '#platform/db/brand.ts'
import { codeOf } from '#platform/http/client.ts'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { Problem } from '#ui/Problem.tsx'
import { nobody } from '../archive/client.ts'
import { dayTexts } from '../messages.day.ts'
import { rollTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import type { VoteId } from '../schema.ts'
import { ResultTables } from './ResultTables.tsx'
import styles from './votes.module.css'

/** What anybody may see of a vote, without an account: its questions, the roll's fingerprint, and its result once concluded. */
export function ObservePage() {
  const text = useTexts(dayTexts)
  const roll = useTexts(rollTexts)
  const words = useTexts(voteWords)
  const [language, setLanguage] = useLanguage()
  const { orgId, voteId } = useParams({ strict: false }) as { orgId: OrgId; voteId: VoteId }
  const { data, error } = useQuery({
    queryKey: ['observe', orgId, voteId],
    queryFn: () => nobody.votes.observe({ orgId, id: voteId }),
    refetchInterval: 60_000,
  })
  const other = (
    <Button variant="default" onClick={() => setLanguage(language === 'es' ? 'en' : 'es')}>
      {language === 'es' ? 'English' : 'Español'}
    </Button>
  )
  if (!data)
    return (
      <Page title={text.observeTitle} lead={text.observeLead} actions={other}>
        {error &&
          (codeOf(error) === 'missing' ? (
            <Notice>{text.observeNone}</Notice>
          ) : (
            <Problem code={codeOf(error)} sentence={undefined} />
          ))}
      </Page>
    )
  const { title, kind, state, opensAt, closesAt, questions, rollHash, archive, result } = data
  const { covered, paper, booth, remote } = data.roll
  return (
    <Page title={title} lead={`${words.kinds[kind]} · ${words.states[state.name]}`} actions={other}>
      <p>
        {text.hours}: {moment(opensAt, language)} – {moment(closesAt, language)}
      </p>
      <p>
        <strong>{roll.covered(covered)}</strong>
        <br />
        {roll.byMode(paper, booth, remote)}
      </p>
      <ul className={styles.list}>
        {archive && (
          <li>
            <a href={`/archive/${archive}`} className={styles.card}>
              <strong>{text.archivePage}</strong>
              <span className={styles.soft}>{text.archivePageHelp}</span>
            </a>
          </li>
        )}
        <li>
          <a href="/observers" className={styles.card}>
            <strong>{text.observersGuide}</strong>
            <span className={styles.soft}>{text.observersGuideHelp}</span>
          </a>
        </li>
        {archive && (
          <li>
            <a href="/asamblea-verify.html" download className={styles.card}>
              <strong>{text.verifier}</strong>
              <span className={styles.soft}>{text.verifierHelp}</span>
            </a>
          </li>
        )}
      </ul>
      {result ? (
        <ResultTables questions={questions} result={result} rollHash={rollHash} />
      ) : (
        <>
          {questions.map((question) => (
            <Section key={question.id} title={question.text}>
              <ul>
                {question.choices.map((choice) => (
                  <li key={choice.id}>{choice.text}</li>
                ))}
              </ul>
            </Section>
          ))}
          <Section title={text.fingerprints}>
            <p>
              {text.rollHash}: <span className={styles.hash}>{rollHash}</span>
            </p>
          </Section>
          <p>{text.beforeClose}</p>
        </>
      )}
    </Page>
  )
}
